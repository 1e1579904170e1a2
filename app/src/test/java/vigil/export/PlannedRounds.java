package vigil.export;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Kind;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.ObservationSet.Vitals;
import vigil.session.Staff;
import vigil.store.SessionRecord.DutyRow;
import vigil.store.SessionRecord.ObservationRow;

/** The sets charted in {@link PlannedCourse}: three before t0, then the nine rows. */
final class PlannedRounds {
    private static final int[] DUE = {0, 15, 30, 45, 60, 90, 120, 180, 240};
    private static final int[] DONE = {1, 16, 31, 52, 62, 91, 121, 181, 242};

    private PlannedRounds() {}

    static List<ObservationRow> observations() {
        List<ObservationRow> rows = new ArrayList<>();
        rows.add(before(47_000, PlannedCourse.T0.minus(Duration.ofHours(4)), 16, 134));
        rows.add(before(47_500, PlannedCourse.T0.minus(Duration.ofHours(2)), 14, 128));
        for (int i = 0; i < DUE.length; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private static ObservationRow before(long sequence, Instant at, int rate, int systolic) {
        ObservationSet set = set(Kind.CORE, vitals(rate, Optional.of(97), 78, systolic, false), "");
        DutyRow duty = new DutyRow("P5", 1, at, false);
        return new ObservationRow(
                sequence, at, PlannedCourse.BROWN, set, Optional.empty(), Optional.of(duty), Optional.empty());
    }

    private static ObservationRow row(int index) {
        Instant at = PlannedCourse.T0.plus(Duration.ofMinutes(DONE[index]));
        boolean full = index == 0 || index == 4 || index == 8;
        Optional<Integer> spo2 = index == 5 ? Optional.empty() : Optional.of(97 + index % 2);
        String note = index == 3 ? "In bathroom with nurse" : "";
        ObservationSet set =
                set(full ? Kind.FULL : Kind.CORE, vitals(14 + index % 2, spo2, 78 - index, 128 - index, full), note);
        return new ObservationRow(
                48_000 + index,
                at,
                index < 5 ? PlannedCourse.BROWN : new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE),
                set,
                Optional.of(Duration.ofMinutes(DONE[index])),
                Optional.of(new DutyRow(
                        "P6", index + 1, PlannedCourse.T0.plus(Duration.ofMinutes(DUE[index])), index == 3)),
                full ? Optional.of(0) : Optional.empty());
    }

    private static Vitals vitals(int rate, Optional<Integer> spo2, int heart, int systolic, boolean full) {
        return new Vitals(
                Optional.of(rate),
                spo2,
                Optional.of(BigDecimal.ZERO),
                Optional.of(heart),
                Optional.of(systolic),
                Optional.of(76),
                full ? Optional.of(PlannedCourse.decimal("36.6")) : Optional.empty(),
                full ? Optional.of(Consciousness.ALERT) : Optional.empty());
    }

    private static ObservationSet set(Kind kind, Vitals vitals, String note) {
        Map<DissociationItem, Answer> answers = new EnumMap<>(DissociationItem.class);
        for (DissociationItem item : DissociationItem.values()) {
            answers.put(item, Answer.NO);
        }
        Map<SideEffectItem, Integer> effects = new EnumMap<>(SideEffectItem.class);
        if (kind == Kind.FULL) {
            for (SideEffectItem item : SideEffectItem.values()) {
                effects.put(item, item == SideEffectItem.S9 ? 1 : 0);
            }
        }
        return new ObservationSet(
                kind,
                0,
                vitals,
                Optional.of(new Pain(4, 5)),
                Optional.of(0),
                Optional.of(0),
                effects,
                answers,
                Optional.of(new Orientation(true, true, true, 3)),
                note);
    }
}
