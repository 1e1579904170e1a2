package vigil.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.export.Report.Fact;
import vigil.export.Report.Footer;
import vigil.export.Report.Frame;
import vigil.export.Report.Seal;
import vigil.session.Patient;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.HistoryPoint;

/** What every print of one session carries on each page: identifiers, banners, standing text, trace. */
final class PrintFrame {
    /** Beyond these lengths an identifier would push the content off the page; the ellipsis shows that it goes on. */
    private static final int MOST = 80;

    private static final int MOST_IN_FOOTER = 40;

    private final SessionRecord record;
    private final Instant printedAt;
    private final WardTime time;
    private final PrintWords words;

    PrintFrame(SessionRecord record, Instant printedAt, PrintWords words) {
        this.record = record;
        this.printedAt = printedAt;
        this.words = words;
        this.time = new WardTime(record.zone(), words);
    }

    /** @param trace what the footer says of the origin of the figures */
    Frame frame(String title, String aside, String trace, List<String> banners) {
        List<String> all = new ArrayList<>(banners);
        if (record.simulated()) {
            all.addFirst(words.text("banner.simulated"));
        }
        return new Frame(title, aside, words.locale().toLanguageTag(), identity(), all, footer(trace), printedAt);
    }

    /** The banner of a record that a restart of the infusion has voided (state machine, ruling A4). */
    String voided(CessationRow cessation) {
        return record.history().stream()
                .filter(point -> point.delivering() && point.at().isAfter(cessation.t0()))
                .map(HistoryPoint::at)
                .findFirst()
                .map(at -> words.text("banner.voidedAt", time.full(at)))
                .orElseGet(() -> words.text("banner.voided"));
    }

    /** Where the figures come from, for a print that nobody signs as a whole. */
    Seal seal() {
        return new Seal(
                List.of(
                        new Fact(
                                words.text("seal.head", record.head().sequence()),
                                Hashes.grouped(record.head().chainHash())),
                        new Fact(words.text("seal.program"), record.programVersion())),
                record.head().chainHash(),
                words.text("seal.code"));
    }

    private List<Fact> identity() {
        Patient patient = record.patient();
        return List.of(
                new Fact(words.text("identity.name"), Excerpt.of(name(), MOST)),
                new Fact(words.text("identity.mrn"), Excerpt.of(patient.mrn(), MOST_IN_FOOTER)),
                new Fact(words.text("identity.born"), time.day(patient.dateOfBirth())),
                new Fact(words.text("identity.room"), Excerpt.of(patient.room(), MOST_IN_FOOTER)),
                new Fact(words.text("identity.allergies"), allergies()));
    }

    private String allergies() {
        return record.patient().allergies().isBlank()
                ? words.text("identity.allergiesUnknown")
                : Excerpt.of(record.patient().allergies(), MOST);
    }

    private String name() {
        return record.patient().listedName();
    }

    private Footer footer(String trace) {
        return new Footer(
                words.text("footer.statement"),
                words.text(
                        "footer.identifiers",
                        Excerpt.of(name(), MOST_IN_FOOTER),
                        Excerpt.of(record.patient().mrn(), MOST_IN_FOOTER),
                        time.day(record.patient().dateOfBirth())),
                words.text("footer.printed", time.minute(printedAt)),
                trace,
                words.text("footer.page"),
                words.text("footer.of"));
    }
}
