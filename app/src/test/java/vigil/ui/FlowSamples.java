package vigil.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.engine.Charts;
import vigil.engine.Snapshot;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.CessationReason;
import vigil.session.DailyItem;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.RateOrder;
import vigil.session.StopReason;

/** Courses played through the engine up to the points that the flows, the pump check and the four hours are about. */
final class FlowSamples {
    private FlowSamples() {}

    /** A day into the course, nothing open. */
    static Bedside running() {
        return Bedside.ready("1.75")
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(15))
                .every(Duration.ofSeconds(5))
                .observes(Bedside.fullSet())
                .runs(Duration.ofMinutes(2));
    }

    /** A note, an item of the day and a check of the pump, one after the other. */
    static Bedside entered() {
        Bedside bedside = running();
        bedside.does(new Event.NoteAdded(bedside.now(), "wrong patient", Bedside.NURSE))
                .runs(Duration.ofMinutes(1));
        return bedside.does(new Event.DailyItemDone(bedside.now(), DailyItem.SITE_ROTATED, "left arm", Bedside.NURSE))
                .runs(Duration.ofMinutes(1))
                .checks(PumpCheck.Occasion.HOURLY)
                .runs(Duration.ofSeconds(5));
    }

    /** The same, and the item of the day was entered in error. */
    static Bedside marked() {
        Bedside bedside = entered();
        Instant done = bedside.snapshot()
                .care()
                .standing()
                .of(EntryKind.DAILY_ITEM)
                .getFirst()
                .at()
                .at()
                .utc();
        return bedside.does(
                new Event.EntryVoided(bedside.now(), done, EntryKind.DAILY_ITEM, "left was right", Bedside.SECOND));
    }

    /** The first troublesome side effect has just been charted. */
    static Bedside troubled() {
        return running().observes(Charts.with("S1:2")).runs(Duration.ofSeconds(6));
    }

    static Bedside pauseRecorded() {
        return troubled().explains(StopReason.SIDE_EFFECT_PAUSE).runs(Duration.ofSeconds(38));
    }

    static Bedside paused() {
        return pauseRecorded().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofMinutes(17));
    }

    /** The hour is over and the newest set shows nothing. */
    static Bedside hourOver() {
        return paused().runs(Duration.ofMinutes(43)).observes(Bedside.fullSet()).runs(Duration.ofSeconds(5));
    }

    static Bedside eased() {
        Bedside over = hourOver();
        return over.does(CareEntries.assessed(over, true)).runs(Duration.ofSeconds(5));
    }

    static Bedside notEased() {
        Bedside over = hourOver();
        return over.does(CareEntries.assessed(over, false)).runs(Duration.ofSeconds(5));
    }

    /** The pump was stopped and nobody has said why. */
    static Bedside stopped() {
        return running().pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofMinutes(6));
    }

    /** A dissociative effect while the pump runs. */
    static Bedside dissociated() {
        return running().observes(Charts.with("D3:Y")).runs(Duration.ofSeconds(12));
    }

    static Bedside terminated() {
        return dissociated().ceases(CessationReason.DISSOCIATION).runs(Duration.ofSeconds(9));
    }

    /** Ceased as planned; {@code gone} since t0, with a full set in every row on the way. */
    static Bedside after(Duration gone) {
        Bedside bedside = running().ceases(CessationReason.PLANNED).pumpIs(DeliveryStatus.NOT_DELIVERING);
        bedside.runs(Duration.ofSeconds(5));
        Duration passed = Duration.ofSeconds(5);
        for (int minute : new int[] {0, 15, 30, 45, 60, 90, 120, 180, 240}) {
            Duration at = Duration.ofMinutes(minute).plusSeconds(minute == 45 ? 420 : 60);
            if (at.compareTo(gone) < 0) {
                bedside.runs(at.minus(passed)).observes(Bedside.fullSet());
                passed = at;
            }
        }
        return bedside.runs(gone.minus(passed));
    }

    /** A syringe driver without a wire, read off by a nurse. */
    static Bedside charted() {
        Bedside bedside = Bedside.started().opens();
        bedside.does(new Event.ChartedPumpBound(bedside.now(), "T34", "0042-118", Bedside.NURSE));
        bedside.weighs("70")
                .fills("4")
                .assesses()
                .orders("1.75", RateOrder.Kind.START)
                .observes(Bedside.fullSet());
        bedside.loses().leavesPumpUnchecked();
        return chartedCheck(bedside, true, "0").runs(Duration.ofMinutes(50));
    }

    static Bedside chartedCheck(Bedside bedside, boolean delivering, String infusedMl) {
        PumpCheck check = new PumpCheck(
                PumpCheck.Occasion.START,
                Set.of(PumpCheck.Item.values()),
                Optional.of(new PumpCheck.Figures(
                        delivering,
                        FlowRate.ofMlPerH(delivering ? "1.75" : "0"),
                        Volume.ofMl(infusedMl),
                        Optional.empty(),
                        Optional.empty())),
                PumpCheck.Syringe.NOT_NOTED,
                "",
                "");
        return bedside.does(new Event.PumpChecked(bedside.now(), check, Bedside.NURSE, Optional.of(Bedside.SECOND)));
    }

    static Snapshot seen(Bedside bedside) {
        return bedside.snapshot();
    }
}
