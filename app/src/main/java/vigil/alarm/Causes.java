package vigil.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vigil.pump.LinkState;
import vigil.pump.PumpIdentity;
import vigil.rules.Finding;
import vigil.session.CessationReason;
import vigil.session.CourseClock;
import vigil.session.Delivery;
import vigil.session.Delivery.Evidence;
import vigil.session.Event;
import vigil.session.ObservationDuty;
import vigil.session.Phase;
import vigil.session.Progress;
import vigil.session.Session;

/** Everything that needs attention at one event: mirrored pump alarms, prompts of the rules, technical conditions. */
final class Causes {
    private final Session session;
    private final Duration now;
    private final List<Cause> causes = new ArrayList<>(0);

    private Causes(Session session) {
        this.session = session;
        this.now = session.elapsed();
    }

    static List<Cause> of(Session session, List<Finding> findings, Event event, ConsoleState console) {
        Causes found = new Causes(session);
        found.pumpAlarms();
        findings.forEach(found::finding);
        console.causes(found.causes);
        found.lineQuality(event);
        found.clock(event);
        found.standstill(event);
        if (session.isOpen()) {
            found.line();
            found.course();
            found.causes.addAll(CareCauses.of(session));
        }
        return found.causes;
    }

    /** Until a pump is bound every pump's alarms are shown; afterwards those of the bound one, or of what replaced it. */
    private void pumpAlarms() {
        for (Delivery.Mirrored alarm : session.delivery().alarms()) {
            if (concerns(alarm.pump())) {
                String key =
                        "PUMP:" + alarm.pump().address() + ":" + alarm.alarm().code();
                causes.add(Cause.pump(key, alarm.alarm()));
            }
        }
    }

    private boolean concerns(PumpIdentity pump) {
        Delivery delivery = session.delivery();
        return delivery.binding().isEmpty()
                || delivery.isBound(pump)
                || delivery.other().map(it -> it.pump().equals(pump)).orElse(false);
    }

    private void finding(Finding finding) {
        switch (finding.rule()) {
            case R12 -> prompt(AlarmKind.DOSE_ABOVE_MAXIMUM, finding);
            case R10, R15, R16, R17, R21, R22, R23, R24, R25 ->
                CareCauses.of(finding, session).ifPresent(causes::add);
            case R11 -> prompt(AlarmKind.INDUCTION_OUTSIDE_RANGE, finding);
            case R07 -> prompt(AlarmKind.OBSERVATION_OVERDUE, finding);
            case R27 -> prompt(rateKind(), finding);
            case R26 -> prompt(AlarmKind.UNEXPECTED_DELIVERY, finding);
            case R28 -> prompt(AlarmKind.WEIGHT_CHANGED, finding);
            case R29 -> prompt(AlarmKind.SOLUTION_UNCHECKED, finding);
            case R04, R05, R06, R08, R09, R13, R20 -> prompt(AlarmKind.ADVICE, finding);
            default -> {}
        }
    }

    private AlarmKind rateKind() {
        return session.setUp().order().isPresent() ? AlarmKind.RATE_WITHOUT_ORDER : AlarmKind.DELIVERY_WITHOUT_ORDER;
    }

    private void lineQuality(Event event) {
        if (event instanceof Event.EventsLost lost) {
            technical(AlarmKind.LINE_QUALITY, "lost " + lost.count());
        } else if (session.delivery().quality().poor()) {
            technical(AlarmKind.LINE_QUALITY, "");
        }
    }

    /** Durations go on rightly, whatever the wall clock says; what is wrong are the times in the chart. */
    private void clock(Event event) {
        Duration setBy = session.clock().setBy();
        if (!setBy.isZero()) {
            technical(AlarmKind.CLOCK_SET, step(setBy));
        }
        if (!CourseClock.canBe(event.at().utc())) {
            technical(AlarmKind.CLOCK_NOT_TRUSTED, "");
        }
    }

    private void standstill(Event event) {
        if (event instanceof Event.ProgramStood it) {
            technical(AlarmKind.PROGRAM_STOOD, length(it.stood()));
        }
    }

    private static String step(Duration by) {
        return (by.isNegative() ? "−" : "+") + length(by.abs());
    }

    /** Hours, minutes and seconds; the same in every language. */
    private static String length(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private void line() {
        Delivery delivery = session.delivery();
        delivery.other()
                .map(it -> it.pump().model() + " " + it.pump().serialNumber().orElse(""))
                .ifPresent(pump -> technical(AlarmKind.OTHER_PUMP, pump));
        if (needsData()
                && !delivery.isCharted()
                && delivery.isStale(now)
                && (isBroken(delivery.link()) || isOverdue(delivery))) {
            technical(AlarmKind.LINK_LOST, reason(delivery.link()));
        }
    }

    /** After cessation the pump may be taken away. */
    private boolean needsData() {
        Phase phase = session.phase();
        return phase == Phase.PLANNED || phase == Phase.READY || phase == Phase.CEASED || phase.isCourse();
    }

    /** Long enough without a sample, and long enough to have got one since the program started or the pump was bound. */
    private boolean isOverdue(Delivery delivery) {
        Duration bound = delivery.binding().map(it -> it.since().elapsed()).orElse(Duration.ZERO);
        Duration newest = delivery.newest().map(it -> it.at().elapsed()).orElse(bound);
        Duration console = session.clock().consoleSince();
        Duration from = newest.compareTo(console) > 0 ? newest : console;
        return now.minus(from).compareTo(delivery.staleAfter()) >= 0;
    }

    private static boolean isBroken(LinkState link) {
        return switch (link) {
            case LinkState.Unreachable _, LinkState.Silent _, LinkState.Garbled _, LinkState.Refused _ -> true;
            case LinkState.Closed _, LinkState.Connecting _, LinkState.Live _ -> false;
        };
    }

    private static String reason(LinkState link) {
        return switch (link) {
            case LinkState.Unreachable it -> it.reason();
            case LinkState.Refused it -> it.reason();
            case LinkState.Connecting it -> it.reason();
            case LinkState.Silent _, LinkState.Garbled _, LinkState.Closed _, LinkState.Live _ -> "";
        };
    }

    private void course() {
        Progress progress = session.progress();
        List<ObservationDuty> overdue = session.care().schedule().overdue(now);
        if (!overdue.isEmpty()) {
            ObservationDuty first = overdue.getFirst();
            prompt(AlarmKind.OBSERVATION_OVERDUE, first.phase() + " " + first.row());
        }
        if (progress.phase() == Phase.INTERRUPTED
                && progress.stop().map(this::asksWhy).orElse(false)) {
            prompt(AlarmKind.UNEXPLAINED_STOP, "");
        }
        if (session.delivery().evidence(now) == Evidence.DELIVERING && isForbidden(progress)) {
            prompt(AlarmKind.DELIVERY_AFTER_END, "");
        }
        causes.addAll(SupervisionCauses.of(session));
    }

    private boolean asksWhy(Progress.Stop stop) {
        return !stop.dataLost() && stop.reason().isEmpty();
    }

    /** Delivery after a termination, or after the observation was completed (C09). */
    private static boolean isForbidden(Progress progress) {
        return progress.phase() == Phase.OBSERVATION_COMPLETE
                || (progress.phase() == Phase.OBSERVING
                        && progress.cessation()
                                .map(it -> it.decision().reason() == CessationReason.DISSOCIATION)
                                .orElse(false));
    }

    private void prompt(AlarmKind kind, Finding finding) {
        causes.add(Cause.prompt(kind, finding.rule(), finding.basis()));
    }

    private void prompt(AlarmKind kind, String detail) {
        causes.add(Cause.prompt(kind, List.of(), detail));
    }

    private void technical(AlarmKind kind, String detail) {
        causes.add(Cause.technical(kind, detail));
    }
}
