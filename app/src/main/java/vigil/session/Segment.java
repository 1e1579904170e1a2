package vigil.session;

import java.math.BigDecimal;
import java.util.Optional;
import vigil.dose.Dosing;
import vigil.dose.DosingWeight;
import vigil.dose.DrugMass;
import vigil.pump.Concentration;

/**
 * A stretch of the course with one weight, one concentration and one pump counter. Nothing in it is recalculated once it
 * has ended. Immutable.
 *
 * @param number from 1
 * @param end empty while it is the present one
 * @param concentration empty while not confirmed: volume is counted, mass is not known
 */
public record Segment(
        int number,
        Cause openedBecause,
        Stamp start,
        Optional<Stamp> end,
        Optional<Concentration> concentration,
        Optional<DosingWeight> weight,
        Counted counted) {
    /** Why a segment was opened. */
    public enum Cause {
        START,
        WEIGHT,
        SOLUTION,
        /** The pump's counter fell: syringe change or reset (A19). */
        COUNTER_RESET,
        OTHER_PUMP,
        /** Delivery began again after cessation (A4). */
        RESTART
    }

    /**
     * What the pump counted in a segment.
     *
     * @param volumeMl patient's volume
     * @param purgedMl volume that filled the line, kept apart (A21)
     * @param estimated part of it was back-filled from the counter after a gap (A20), or stood too high for a while (A19)
     * @param partMissed drug may have been given that was never counted
     * @param charted part of it was read off the pump by people, because no wire reaches it
     */
    public record Counted(
            BigDecimal volumeMl, BigDecimal purgedMl, boolean estimated, boolean partMissed, boolean charted) {
        public static final Counted NOTHING = new Counted(BigDecimal.ZERO, BigDecimal.ZERO, false, false, false);

        Counted plus(Interval interval, boolean patient) {
            BigDecimal volume = interval.volumeMl();
            BigDecimal given = patient ? volume : BigDecimal.ZERO;
            boolean backFilled = interval.isCounterGap() && given.signum() > 0;
            return new Counted(
                    volumeMl.add(given),
                    purgedMl.add(volume.subtract(given)),
                    estimated || backFilled || interval.isBehind(),
                    partMissed || interval.missesVolume(),
                    charted || interval.now().isCharted());
        }

        Counted missing() {
            return new Counted(volumeMl, purgedMl, estimated, true, charted);
        }

        boolean isNothing() {
            return volumeMl.signum() == 0 && purgedMl.signum() == 0 && !partMissed;
        }
    }

    static Segment opened(int number, Cause because, Stamp start, SetUp setUp) {
        return new Segment(
                number, because, start, Optional.empty(), setUp.concentration(), setUp.dosingWeight(), Counted.NOTHING);
    }

    Segment plus(Interval interval, boolean patient) {
        Counted next = counted.plus(interval, patient);
        return new Segment(number, openedBecause, start, end, concentration, weight, next);
    }

    Segment missing() {
        return new Segment(number, openedBecause, start, end, concentration, weight, counted.missing());
    }

    Segment endedAt(Stamp at) {
        return new Segment(number, openedBecause, start, Optional.of(at), concentration, weight, counted);
    }

    /** Concentration and weight together; empty while either is missing. */
    public Optional<Dosing> dosing() {
        return concentration.flatMap(known -> weight.map(kg -> new Dosing(known, kg)));
    }

    /** Mass given in this segment: volume × concentration. */
    public DrugMass mass() {
        return massOf(counted.volumeMl());
    }

    DrugMass massOf(BigDecimal volumeMl) {
        return concentration
                .map(known -> new DrugMass(volumeMl.multiply(known.mgPerMl())))
                .orElse(DrugMass.ZERO);
    }

    /** True when drug was given that this segment's mass does not contain. */
    public boolean isLowerBound() {
        return counted.partMissed()
                || (concentration.isEmpty() && counted.volumeMl().signum() > 0);
    }
}
