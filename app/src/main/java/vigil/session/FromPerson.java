package vigil.session;

import java.util.Optional;

/** What people enter, as it changes a session: one case for each kind of entry. What makes no sense changes nothing. */
record FromPerson(Session session, Stamp at) {
    Session take(Event.ByPerson entry) {
        SetUp setUp = session.setUp();
        Care care = session.care();
        Progress progress = session.progress();
        Delivery delivery = session.delivery();
        return switch (entry) {
            case Event.SessionOpened opened -> opened(opened);
            case Event.PatientCorrected it -> session.with(setUp.with(it.patient()));
            case Event.WeightConfirmed it -> separated(setUp.with(it.weight()), Segment.Cause.WEIGHT);
            case Event.SolutionConfirmed it -> separated(setUp.with(it.solution()), Segment.Cause.SOLUTION);
            case Event.SolutionEntered _ -> unchecked();
            case Event.LineConfirmed it -> rerouted(it.line());
            case Event.AssessmentRecorded it -> session.with(setUp.with(it.assessment()));
            case Event.RateOrdered it -> ordered(it.order());
            case Event.PumpBound it -> pump().bound(delivery.bind(it.model(), it.serialNumber(), at));
            case Event.ChartedPumpBound it -> pump().bound(delivery.bindCharted(it.model(), it.serialNumber(), at));
            case Event.PumpChecked it -> pump().charted(it.check());
            case Event.ObservationsCharted it -> charted(it);
            case Event.ObservationsAmended it ->
                session.with(care.amended(it, at, session)).with(session.trend().amended(it.set(), it.charted()));
            case Event.EntryVoided it -> voided(it);
            case Event.ReviewDone _ -> session.with(care.with(care.daily().reviewed(at)));
            case Event.StopExplained it ->
                session.with(progress.explained(it.reason(), at, delivery.evidence(at.elapsed())));
            case Event.CessationDecided it -> session.with(progress.decided(decided(it)));
            case Event.DischargePlanned it -> session.with(care.with(it.plan()));
            case Event.Signed it -> signed(it);
            case Event.OpioidRegimenRecorded it ->
                session.with(setUp.with(setUp.background().with(it, at)));
            case Event.OutcomesScored it ->
                session.with(setUp.with(setUp.background().with(it.scores())));
            case Event.ReferenceChosen it ->
                session.with(setUp.with(setUp.background().showing(it.regimen())));
            case Event.PlasmaChosen it ->
                session.with(setUp.with(setUp.background().with(it.choice())));
            case Event.OfCare it -> session.with(care.taking(it, at, session));
            case Event.WeightMeasured _,
                    Event.AdmissionRecorded _,
                    Event.PurgeRecorded _,
                    Event.DeliveryExplained _,
                    Event.NoteAdded _,
                    Event.SettingChanged _,
                    Event.ConditionAcknowledged _,
                    Event.AudioPaused _,
                    Event.AudioResumed _,
                    Event.OfSound _ -> session;
        };
    }

    private FromPump pump() {
        return new FromPump(session, at);
    }

    /**
     * A session begins: what the line and the clock say goes on, all else is new. Nobody can open one while another is open;
     * where the record has none of the end of that one, the disk refused it. Nothing of the next patient is counted to it.
     */
    private Session opened(Event.SessionOpened event) {
        SetUp.Opening opening = new SetUp.Opening(event.id(), event.patient(), event.zone(), at, event.by());
        return new Session(
                session.clock(),
                SetUp.NOTHING.with(opening),
                session.delivery().unbound(),
                Dosage.NONE,
                Progress.PLANNED,
                Care.NONE.with(session.settings()),
                Trend.EMPTY,
                session.supervision().opened());
    }

    /** R29: until a second person has checked what is in the syringe, volume counts and mass is not known. */
    private Session unchecked() {
        return separated(session.setUp().withoutSolution(), Segment.Cause.SOLUTION);
    }

    /** Another route during the course needs what flows there to be checked again (R29). */
    private Session rerouted(InfusionLine line) {
        boolean another = session.setUp()
                .line()
                .map(before -> before.route() != line.route())
                .orElse(false);
        Session routed = session.with(session.setUp().with(line));
        return another && session.phase().isCourse() ? new FromPerson(routed, at).unchecked() : routed;
    }

    /** With other numbers to count by from now on. */
    private Session separated(SetUp next, Segment.Cause because) {
        Dosage dosage = session.dosage();
        return session.with(next).with(dosage.with(dosage.segments().changed(because, at, next)));
    }

    private Session ordered(RateOrder order) {
        SetUp setUp = session.setUp();
        return session.with(setUp.with(order)).with(session.progress().ordered(order, setUp.order(), at));
    }

    /** Only an item of the day leads to anything by itself; checks of the pump are supervision's. */
    private Session voided(Event.EntryVoided event) {
        Standing standing = session.supervision().entered().standing();
        return standing.find(event.entered(), event.kind())
                .map(entry -> entry.said() instanceof Event.DailyItemDone done
                        ? undone(done.item(), standing.without(entry))
                        : session)
                .orElse(session);
    }

    private Session undone(DailyItem item, Standing left) {
        Optional<Stamp> before = left.of(EntryKind.DAILY_ITEM).stream()
                .filter(entry -> entry.said() instanceof Event.DailyItemDone done && done.item() == item)
                .map(Standing.Entry::at)
                .reduce((_, later) -> later);
        Care care = session.care();
        return session.with(care.with(care.daily().undone(item, before, at)));
    }

    private Session charted(Event.ObservationsCharted event) {
        return session.with(session.care().charted(event, at, session.progress(), session.careChoices()))
                .with(session.trend().with(event.set(), at.at().utc()));
    }

    private Cessation decided(Event.CessationDecided event) {
        Cessation.Decision decision = new Cessation.Decision(event.reason(), event.decidedBy(), event.by(), at);
        return Cessation.decided(decision, session.settings().minutes(SiteSetting.OBSERVE_MIN));
    }

    /** The release signature completes the observation, but only while the gate is met (R14); another dates t0 back (A1). */
    private Session signed(Event.Signed event) {
        Progress progress = session.progress();
        Care.Signature signature = new Care.Signature(at, event.by(), event.meaning(), event.contentHash());
        Progress next = switch (event.meaning()) {
            case REVIEWED_AGAINST_GATE ->
                DischargeGate.of(session, at.elapsed()).isMet() ? progress.observationComplete() : progress;
            case CESSATION_BACKDATED ->
                Backdating.refusal(session, event.by()).isEmpty() ? progress.backdated() : progress;
            case OBSERVATIONS_COMPLETE, HANDED_OVER, TAKEN_OVER -> progress;
        };
        return session.with(session.care().with(signature)).with(next);
    }
}
