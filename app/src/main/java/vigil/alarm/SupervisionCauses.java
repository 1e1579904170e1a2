package vigil.alarm;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.rules.Finding.BasisLine;
import vigil.session.DeliveryWatch;
import vigil.session.FlowDirection;
import vigil.session.Implausible;
import vigil.session.RateJump;
import vigil.session.RateOrder;
import vigil.session.Reconciliation;
import vigil.session.Session;
import vigil.session.Supervision;

/** What needs attention because of how the bound pump behaves, or because nobody has looked at it (alarm page, section 6). */
final class SupervisionCauses {
    private final Session session;
    private final Supervision supervision;
    private final Duration now;
    private final List<Cause> causes = new ArrayList<>(0);

    private SupervisionCauses(Session session) {
        this.session = session;
        this.supervision = session.supervision();
        this.now = session.elapsed();
    }

    static List<Cause> of(Session session) {
        SupervisionCauses found = new SupervisionCauses(session);
        if (session.progress().course().startedAt().isPresent()) {
            found.course();
        }
        return found.causes;
    }

    private void course() {
        DeliveryWatch watch = supervision.watch();
        if (session.phase().isCourse()) {
            watch.off(session.settings()).ifPresent(this::off);
            stopped();
            watch.implausible().ifPresent(this::implausible);
            watch.jump().ifPresent(this::jumped);
        }
        if (supervision.isCycling()) {
            add(AlarmKind.STOP_START_CYCLE, List.of(), "");
        }
        if (watch.isFrozen(session.delivery().evidence(now))) {
            causes.add(Cause.technical(AlarmKind.FROZEN_DATA, ""));
        }
        if (watch.reconciliation().isOff(session.settings())) {
            notReconciled(watch.reconciliation());
        }
        purge();
        if (supervision.checks().isAnyOverdue(now)) {
            add(AlarmKind.PUMP_CHECK_OVERDUE, List.of(), "");
        }
    }

    private void off(FlowDirection direction) {
        AlarmKind kind = switch (direction) {
            case OVER -> AlarmKind.OVER_INFUSION;
            case UNDER -> AlarmKind.UNDER_INFUSION;
        };
        add(kind, List.of(new BasisLine(reported() + " ≠ " + ordered(), estimate())), "");
    }

    private String reported() {
        return session.delivery()
                .live(now)
                .flatMap(sample -> sample.reading().flowRate())
                .map(SupervisionCauses::ml)
                .orElse("?");
    }

    private String ordered() {
        return session.setUp()
                .order()
                .map(RateOrder::flowRate)
                .map(SupervisionCauses::ml)
                .orElse("?");
    }

    /** A tilde marks what rests on a stretch without data. */
    private String estimate() {
        return supervision.watch().isEstimated() ? "~" : "";
    }

    private static String ml(FlowRate rate) {
        return rate.mlPerH().toPlainString() + " mL/h";
    }

    private void stopped() {
        Optional<Duration> from = supervision.pausedTooLongFrom(session.progress());
        from.filter(limit -> now.compareTo(limit) >= 0).ifPresent(_ -> add(AlarmKind.PAUSED_TOO_LONG, List.of(), ""));
    }

    private void notReconciled(Reconciliation sums) {
        BasisLine line = new BasisLine(
                plain(sums.expectedMl()) + " mL ≠ " + plain(sums.countedMl()) + " mL",
                plain(sums.countedMl().subtract(sums.expectedMl())) + " mL");
        add(AlarmKind.NOT_RECONCILED, List.of(line), "");
    }

    private void implausible(Implausible seen) {
        BasisLine line = new BasisLine(plain(seen.saidMl()) + " mL ≠ " + plain(seen.expectedMl()) + " mL", "");
        add(AlarmKind.COUNTER_IMPLAUSIBLE, List.of(line), "");
    }

    /** Whoever has seen one jump has not seen the next. */
    private void jumped(RateJump jump) {
        String key = AlarmKind.RATE_JUMPED.name() + ":" + jump.to().mlPerH().toPlainString();
        BasisLine line = new BasisLine(ml(jump.from()) + " → " + ml(jump.to()), "");
        causes.add(Cause.prompt(key, AlarmKind.RATE_JUMPED, List.of(line)));
    }

    private void purge() {
        BigDecimal ml = supervision.unrecordedPurgeMl(session.dosage());
        if (ml.signum() > 0) {
            add(AlarmKind.PURGE_NOT_RECORDED, List.of(new BasisLine(plain(ml) + " mL", "")), "");
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void add(AlarmKind kind, List<BasisLine> basis, String detail) {
        causes.add(Cause.prompt(kind, basis, detail));
    }
}
