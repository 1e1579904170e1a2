package vigil.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.engine.CourseProperties;
import vigil.engine.Step;
import vigil.journal.EventBytes;
import vigil.pump.PumpEvent;
import vigil.session.Binding;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.Segment;
import vigil.session.Session;

/**
 * What must hold whatever happens. It knows what the pumps truly delivered and what the program said was on the disk, and
 * folds the events once more by references of its own. A breach is an {@link AssertionError}. Not thread-safe.
 */
final class Oracle implements Console.Witness {
    private static final Duration FOUR_HOURS = Duration.ofHours(4);
    private static final BigDecimal NL_PER_ML = new BigDecimal("1000000");
    /** What the coarsest counter does not show. */
    private static final BigDecimal STEP_ML = new BigDecimal("0.11");
    /** What may be delivered between the last sample and a reset that is seen at once: 12 mL/h for half a minute, twice. */
    private static final BigDecimal UNSEEN_ML = new BigDecimal("0.2");
    /**
     * On a wire without a check a turned bit can make a volume that the pump may have come to, and is believed until the
     * next value (A19): half a millilitre, and what twice the rate gives in the minutes between two values.
     */
    private static final BigDecimal UNCHECKED_WIRE_ML = BigDecimal.ONE;
    /** A rise that every counter shows. */
    private static final long SHOWN_NL = 250_000;

    private final World world;
    private final Map<String, TruePump> pumps;
    private final EventBytes.Hash trace;
    private CourseProperties properties = new CourseProperties();
    private final List<Event> recorded = new ArrayList<>();
    private int acknowledged;
    private long readings;
    private long readingsInRecord;
    private long readingsTold;
    private long readingsCutOff;
    private long readingsUntold;
    private Duration lastTold = Duration.ZERO;
    private Duration toldFlow = Duration.ZERO;
    private Duration lastReset = Duration.ZERO;
    private long toldNl;
    private long beforeCourseNl;
    private boolean toldRunning;
    private boolean resetHidden;
    private int steps;

    Oracle(World world, Map<String, TruePump> pumps, EventBytes.Hash trace) {
        this.world = world;
        this.pumps = pumps;
        this.trace = trace;
    }

    int steps() {
        return steps;
    }

    String trace() {
        return trace.toString();
    }

    @Override
    public void stepped(Session before, Step step, boolean isRecorded) {
        steps++;
        trace.add(step.event());
        if (!step.changes().isEmpty()) {
            trace.add(step.attention().conditions().toString());
        }
        if (isRecorded) {
            recorded.add(step.event());
        }
        properties.check(before, step);
        count(step.event(), isRecorded);
        if (isReadingOfBound(step)) {
            volumeIsWhatThePumpsDelivered(step.session());
        }
        maximumIsExact(step);
        gateOpensNotBeforeFourTrueHours(step.session());
    }

    @Override
    public void replayed(Session before, Step step) {
        properties.check(before, step);
    }

    @Override
    public void acknowledged() {
        acknowledged = recorded.size();
    }

    /** Somebody set the counter of the pump to zero. */
    void counterIsReset() {
        lastReset = world.passed();
    }

    /** The pump is taken away. Where it was last seen to stand, nobody can know that it ran since. */
    void pumpIsExchanged() {
        resetHidden |= !toldRunning
                && pumps.values().stream().mapToLong(TruePump::deliveredNl).sum() > toldNl;
    }

    @Override
    public void found(List<Event> found) {
        holds(
                found.size() >= acknowledged,
                "acknowledged entries are gone, of " + acknowledged + " there are",
                found.size());
        holds(found.size() <= recorded.size(), "entries that nobody made", found.size());
        holds(
                found.equals(recorded.subList(0, found.size())),
                "the record is another than was written, entries",
                found.size());
        List<Event> gone = recorded.subList(found.size(), recorded.size());
        long goneReadings = gone.stream().filter(Oracle::isReading).count();
        // What was counted and not yet told went with the program's memory; it had shown "not recording".
        readingsCutOff += goneReadings + readingsUntold;
        readingsUntold = 0;
        readingsInRecord -= goneReadings;
        gone.clear();
        acknowledged = found.size();
        properties = new CourseProperties();
        resetHidden |= world.passed().minus(lastReset).compareTo(Duration.ofHours(1)) < 0;
    }

    /** R31, T5: every reading that the link gave is in the record, or told as lost, or was cut off with the power. */
    void nothingWasLostSilently(List<Event> all) {
        long found = all.stream().filter(Oracle::isReading).count();
        holds(all.equals(recorded), "the record is another than was written, entries", all.size());
        holds(found == readingsInRecord, "readings in the record", found);
        long accounted = readingsInRecord + readingsTold + readingsCutOff;
        holds(accounted == readings, "readings given " + readings + ", accounted for", accounted);
    }

    private void count(Event event, boolean isRecorded) {
        if (isReading(event)) {
            readings++;
            readingsInRecord += isRecorded ? 1 : 0;
            readingsUntold += isRecorded ? 0 : 1;
        } else if (event instanceof Event.EventsLost lost && isRecorded) {
            readingsTold += Math.min(lost.count(), readingsUntold);
            readingsUntold -= Math.min(lost.count(), readingsUntold);
        } else if (event instanceof Event.SessionOpened) {
            toldFlow = Duration.ZERO;
            toldNl = 0;
            beforeCourseNl = 0;
            resetHidden = false;
        }
    }

    private static boolean isReading(Event event) {
        return event instanceof Event.PumpSaid(PumpEvent.Reading _);
    }

    private static boolean isReadingOfBound(Step step) {
        return step.event() instanceof Event.PumpSaid(PumpEvent.Reading(var reading))
                && step.session().delivery().isBound(reading.pump())
                && reading.volumeInfused().isPresent()
                && step.session().phase() != Phase.CLOSED;
    }

    /** Plain sums: what the pumps bound in this session have delivered since they were made, against all segments. */
    private void volumeIsWhatThePumpsDelivered(Session session) {
        long trueNl = 0;
        int bounds = 1;
        Optional<TruePump> bound = Optional.empty();
        for (TruePump pump : pumps.values()) {
            trueNl += pump.deliveredNl();
            bounds += pump.resets() + 1;
            bound = Optional.of(pump);
        }
        hearOf(bound, trueNl);
        BigDecimal truth = BigDecimal.valueOf(trueNl).divide(NL_PER_ML);
        BigDecimal shown = session.dosage().segments().all().stream()
                .map(Segment::counted)
                .map(counted -> counted.volumeMl().add(counted.purgedMl()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal step = STEP_ML.multiply(BigDecimal.valueOf(bounds));
        BigDecimal turned =
                session.delivery().binding().filter(Oracle::isOnUncheckedWire).isPresent()
                        ? UNCHECKED_WIRE_ML
                        : BigDecimal.ZERO;
        holds(
                shown.compareTo(truth.add(step).add(turned)) <= 0,
                "shown " + shown + " mL, more than the pumps delivered:",
                truth);
        // What ran before the console saw a course begin is none of its total.
        beforeCourseNl = session.dosage().segments().all().isEmpty() ? trueNl : beforeCourseNl;
        BigDecimal ofCourse = truth.subtract(BigDecimal.valueOf(beforeCourseNl).divide(NL_PER_ML));
        boolean maybeLess =
                session.dosage().segments().isLowerBound() || session.delivery().isCounterInDoubt() || resetHidden;
        BigDecimal least = ofCourse.subtract(step).subtract(UNSEEN_ML.multiply(BigDecimal.valueOf(bounds)));
        holds(maybeLess || shown.compareTo(least) >= 0, "shown " + shown + " mL as whole, less than", ofCourse);
    }

    /** New Era's basic mode. */
    private static boolean isOnUncheckedWire(Binding binding) {
        return binding.serialNumber().isEmpty();
    }

    private static void maximumIsExact(Step step) {
        if (step.event() instanceof Event.PumpSaid(PumpEvent.Reading(var reading))
                && step.session().delivery().isBound(reading.pump())
                && step.session().phase() != Phase.CLOSED) {
            Maximum.breach(reading, step)
                    .ifPresent(breach -> holds(false, breach, step.session().elapsed()));
        }
    }

    private void hearOf(Optional<TruePump> bound, long trueNl) {
        boolean gap = world.passed().minus(lastTold).compareTo(Course.STALE) >= 0;
        resetHidden |= gap && lastReset.compareTo(lastTold) >= 0 && !lastReset.isZero();
        boolean delivers = bound.filter(TruePump::delivers).isPresent();
        toldRunning = delivers;
        if (delivers) {
            toldFlow = world.passed();
        } else if (trueNl - toldNl >= SHOWN_NL) {
            toldFlow = bound.map(TruePump::lastFlow).orElse(toldFlow);
        }
        toldNl = trueNl;
        lastTold = world.passed();
    }

    /** By the true time and the true flow, as far as the pump has told of it (R14). */
    private void gateOpensNotBeforeFourTrueHours(Session session) {
        if (session.phase() == Phase.OBSERVING && !resetHidden && session.gate().isMet()) {
            Duration since = world.passed().minus(toldFlow);
            holds(since.compareTo(FOUR_HOURS) >= 0, "the gate is open after", since);
        }
    }

    private static void holds(boolean property, String what, Object figure) {
        if (!property) {
            throw new AssertionError(what + " " + figure);
        }
    }
}
