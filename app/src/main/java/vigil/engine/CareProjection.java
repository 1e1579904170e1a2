package vigil.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.dose.GrowingList;
import vigil.engine.CareSight.After;
import vigil.engine.CareSight.CheckDue;
import vigil.engine.CareSight.Effect;
import vigil.engine.CareSight.Flow;
import vigil.engine.CareSight.PumpCare;
import vigil.engine.CareSight.Question;
import vigil.engine.CareSight.Row;
import vigil.engine.CareSight.RowState;
import vigil.pump.Moment;
import vigil.session.Care;
import vigil.session.Cessation;
import vigil.session.DischargeGate;
import vigil.session.Effects;
import vigil.session.ObservationDuty;
import vigil.session.Observations.Charted;
import vigil.session.Pause;
import vigil.session.Progress;
import vigil.session.PumpDuty;
import vigil.session.RateOrder;
import vigil.session.Session;
import vigil.session.Staff;
import vigil.session.Stamp;
import vigil.session.Supervision;

/** What people do and are asked to do, at one moment. Looks through lists only where an event or the four hours ask for it. */
record CareProjection(Session session, Moment now, Duration elapsed) {
    private static final String AFTER_CESSATION = "P6";

    CareSight sight() {
        return new CareSight(
                flow(),
                session.care().ward(),
                pump(),
                after(),
                session.progress().voided(),
                session.care().observations().sets(),
                session.supervision().entered().standing());
    }

    private Flow flow() {
        Effects effects = session.care().effects();
        Progress progress = session.progress();
        return new Flow(
                effects.sideEffects().isEmpty()
                        ? Optional.empty()
                        : Optional.of(effect(effects.sideEffects().getLast())),
                effects.pauseWanted(session.phase()).map(this::effect),
                effects.open().direction().map(this::effect),
                effects.terminationWanted(progress).map(this::effect),
                progress.pauseAwaited(elapsed).map(it -> it.at().utc()),
                effects.running(),
                effects.running().flatMap(pause -> causeOf(pause, effects)),
                question(effects),
                progress.cessation(),
                session.delivery().evidence(elapsed),
                progress.stop());
    }

    private Optional<Effect> causeOf(Pause pause, Effects effects) {
        return effects.sideEffects().stream()
                .filter(event -> event.at().elapsed().compareTo(pause.seen().elapsed()) <= 0)
                .reduce((_, last) -> last)
                .map(this::effect);
    }

    private Effect effect(Effects.SideEffect event) {
        return new Effect(
                event.at().at().utc(), chartedBy(event.at()), event.number(), event.signs(), event.further(), false);
    }

    private Effect effect(Effects.Dissociated event) {
        return new Effect(
                event.at().at().utc(), chartedBy(event.at()), 0, event.signs(), false, event.benzodiazepine());
    }

    private Optional<Staff> chartedBy(Stamp at) {
        GrowingList<Charted> sets = session.care().observations().sets();
        for (int index = sets.size() - 1; index >= 0; index--) {
            int order = sets.get(index).at().elapsed().compareTo(at.elapsed());
            if (order <= 0) {
                return order == 0 ? Optional.of(sets.get(index).by()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Question question(Effects effects) {
        if (effects.assessmentWanted(elapsed).isPresent()) {
            return session.care().isStillTroubled(session.careChoices()) ? Question.OPEN_BUT_TROUBLED : Question.OPEN;
        }
        return effects.running()
                .flatMap(Pause::assessed)
                .map(answer -> answer.eased() ? Question.EASED : Question.NOT_EASED)
                .orElse(Question.NOT_YET);
    }

    private PumpCare pump() {
        Supervision supervision = session.supervision();
        return new PumpCare(
                supervision.checks().open().stream().map(this::due).toList(),
                supervision.checks().latest(),
                session.setUp().order().map(RateOrder::flowRate),
                supervision.unrecordedPurgeMl(session.dosage()),
                supervision.watch().unexpected());
    }

    private CheckDue due(PumpDuty duty) {
        return new CheckDue(duty.occasion(), utcAt(duty.due()), duty.isOverdue(elapsed));
    }

    private Optional<After> after() {
        return session.progress()
                .cessation()
                .flatMap(cessation -> cessation.t0().map(t0 -> after(cessation, t0)));
    }

    private After after(Cessation cessation, Stamp t0) {
        List<Charted> sets = since(t0);
        List<Row> rows = rows(t0, sets);
        long used =
                rows.stream().flatMap(row -> row.charted().stream()).distinct().count();
        return new After(
                cessation,
                elapsed.minus(t0.elapsed()),
                rows,
                sets.size() - (int) used,
                DischargeGate.of(session, elapsed),
                signatures(t0),
                session.care().plan(),
                session.setUp().background().needsLetter());
    }

    private List<Charted> since(Stamp t0) {
        GrowingList<Charted> all = session.care().observations().sets();
        List<Charted> sets = new ArrayList<>();
        for (int index = all.size() - 1; index >= 0; index--) {
            if (all.get(index).at().elapsed().compareTo(t0.elapsed()) < 0) {
                break;
            }
            sets.addFirst(all.get(index));
        }
        return sets;
    }

    private List<Care.Signature> signatures(Stamp t0) {
        return session.care().signatures().stream()
                .filter(signature -> signature.at().elapsed().compareTo(t0.elapsed()) >= 0)
                .toList();
    }

    private List<Row> rows(Stamp t0, List<Charted> sets) {
        var schedule = session.care().schedule();
        return Stream.concat(schedule.settled().stream(), schedule.open().stream())
                .filter(duty -> duty.phase().equals(AFTER_CESSATION)
                        && !duty.isTightened()
                        && duty.due().compareTo(t0.elapsed()) >= 0)
                .sorted(Comparator.comparing(ObservationDuty::due))
                .map(duty -> row(duty, t0, sets))
                .toList();
    }

    private Row row(ObservationDuty duty, Stamp t0, List<Charted> sets) {
        boolean open = session.care().schedule().open().contains(duty);
        return new Row(
                (int) duty.due().minus(t0.elapsed()).toMinutes(),
                utcAt(duty.due()),
                open ? openState(duty) : settledState(duty),
                duty.asks(),
                sets.stream().filter(set -> set.satisfied().contains(duty)).findFirst());
    }

    private RowState openState(ObservationDuty duty) {
        if (elapsed.compareTo(duty.overdueAfter()) > 0) {
            return RowState.OVERDUE;
        }
        return duty.due().compareTo(elapsed) <= 0 ? RowState.DUE : RowState.AHEAD;
    }

    private static RowState settledState(ObservationDuty duty) {
        return duty.done()
                .map(done -> done.compareTo(duty.overdueAfter()) > 0 ? RowState.LATE : RowState.DONE)
                .orElse(RowState.MISSED);
    }

    private Instant utcAt(Duration atElapsed) {
        return now.utc().plus(atElapsed.minus(elapsed));
    }
}
