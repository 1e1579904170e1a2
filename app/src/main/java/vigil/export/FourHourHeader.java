package vigil.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.export.Report.Fact;
import vigil.export.Report.FactColumn;
import vigil.export.Report.FactColumns;
import vigil.export.Report.FactLine;
import vigil.session.EarlyWarning;
import vigil.store.CareRecord.Deed;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.GapRow;

/** The head of the 4-hour record: cessation, dose at the end, course, pump (records and handover, section 1.1). */
final class FourHourHeader {
    private static final Duration ALARM_WINDOW = Duration.ofHours(4);
    private static final int MOST_ALARMS = 3;

    private final SessionRecord record;
    private final CessationRow cessation;
    private final WardTime time;
    private final PrintWords words;
    private final DoseWords dose;
    private final CareWords care;

    FourHourHeader(SessionRecord record, CessationRow cessation, WardTime time) {
        this.record = record;
        this.cessation = cessation;
        this.time = time;
        this.words = time.words();
        this.dose = new DoseWords(record, time);
        this.care = new CareWords(record, time);
    }

    FactColumns columns() {
        return new FactColumns(List.of(
                new FactColumn(words.text("header.cessation"), cessationFacts()),
                new FactColumn(words.text("header.dose"), doseFacts()),
                new FactColumn(words.text("header.course"), courseFacts())));
    }

    FactLine line() {
        List<Fact> facts = new ArrayList<>(List.of(
                fact("purpose", dose.purpose()),
                fact("pump", dose.pump()),
                fact("alarms4h", alarms()),
                fact("gaps", gaps()),
                fact("pauses", care.pauses()),
                fact(
                        "calls",
                        Long.toString(
                                record.care().said(Deed.PHYSICIAN_DIRECTED).count())),
                fact(
                        "overrides",
                        Long.toString(record.care().said(Deed.OVERRIDE_RECORDED).count())),
                fact("effects", new EffectWords(record, time).worst()),
                fact("bands", words.text("bands.version", bands()))));
        new ReferenceWords(record, words)
                .shown()
                .map(shown -> fact("reference", shown))
                .ifPresent(facts::add);
        return new FactLine(facts);
    }

    /** The chart by its name; whether anybody has verified it is said in the language of the print. */
    private String bands() {
        return EarlyWarning.CHART.replace("unverified", words.text("reference.unverified"));
    }

    private List<Fact> cessationFacts() {
        return List.of(
                fact("t0", time.full(cessation.t0())),
                fact("decision", time.seconds(cessation.decidedAt()) + ", " + cessation.decidedBy()),
                fact("lastDelivery", cessation.lastDelivery().map(time::seconds).orElse(Figures.UNKNOWN)),
                fact("reason", reason()),
                fact("clock", clock()));
    }

    private String reason() {
        String wean = cessation
                .wean()
                .map(length -> words.text("reason.wean", words.figures().hours(length)))
                .orElseGet(() -> words.text("reason.noWean"));
        return words.of("reason", cessation.reason()) + ", " + wean;
    }

    /** Elapsed time is four hours long also where the clock of the ward is changed in between (A23). */
    private String clock() {
        var rules = record.zone().getRules();
        var atStart = rules.getOffset(cessation.t0());
        var atEnd = rules.getOffset(cessation.t0().plus(ALARM_WINDOW));
        String zone = atStart.equals(atEnd)
                ? words.text("clock.elapsed")
                : words.text("clock.changed", atStart.getId(), atEnd.getId());
        return Stream.concat(Stream.of(zone), corrections()).collect(Collectors.joining("; "));
    }

    /** When somebody set the clock of the console, and how far. */
    private Stream<String> corrections() {
        return record.clockCorrections().stream()
                .map(set -> words.text("clock.set", set.text(), time.dayAndTime(set.start())));
    }

    private List<Fact> doseFacts() {
        return List.of(
                fact(
                        "lastRate",
                        words.figures().reported(cessation.lastFlowRateMlPerH(), "mL/h") + ", "
                                + words.figures().fixed(cessation.lastMgPerH(), 2, "mg/h") + charted()),
                fact("doseRate", words.figures().fixed(cessation.lastMgPerKgPerH(), 3, "mg/kg/h") + charted()),
                fact("concentration", dose.concentration()),
                fact("total", dose.course()),
                fact("last24h", dose.last24h(cessation.t0())));
    }

    /** A rate that people read off the pump. */
    private String charted() {
        return dose.isCharted() ? " " + Marks.CHARTED : "";
    }

    private List<Fact> courseFacts() {
        return List.of(
                fact("start", dose.start(cessation.t0())),
                fact("route", dose.route()),
                fact("highest", dose.highest()),
                fact("segments", Integer.toString(record.segments().size())),
                fact("weight", dose.weight()));
    }

    private String alarms() {
        List<String> alarms = record.alarms().stream()
                .filter(this::isPumpAlarmNearTheEnd)
                .map(alarm -> alarm.text() + " " + time.clock(alarm.start()))
                .toList();
        return shortened(alarms);
    }

    private boolean isPumpAlarmNearTheEnd(AlarmRow alarm) {
        return alarm.origin().equals("PUMP")
                && alarm.start().isAfter(cessation.t0().minus(ALARM_WINDOW))
                && !alarm.start().isAfter(cessation.t0());
    }

    private String gaps() {
        return shortened(record.gaps().stream().map(this::gap).toList());
    }

    private String gap(GapRow gap) {
        return time.dayAndTime(gap.start()) + "–" + gap.end().map(time::clock).orElse(Figures.UNKNOWN);
    }

    private String shortened(List<String> entries) {
        if (entries.isEmpty()) {
            return words.text("none");
        }
        int more = Math.max(0, entries.size() - MOST_ALARMS);
        String newest = entries.stream().skip(more).collect(Collectors.joining(", "));
        return more == 0 ? newest : newest + " " + words.text("more", more);
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text("fact." + key), value);
    }
}
