package vigil.session;

import java.util.Optional;
import vigil.pump.PumpEvent;
import vigil.session.Delivery.Evidence;

/** What pump and line say, and what people read off a pump, as it changes a session: every sample is counted here. */
record FromPump(Session session, Stamp at) {
    Session take(PumpEvent said) {
        Delivery delivery = session.delivery();
        return switch (said) {
            case PumpEvent.Reading reading -> take(new Sample(reading.reading(), at));
            case PumpEvent.AlarmStarted alarm -> session.with(delivery.with(alarm, at));
            case PumpEvent.AlarmEnded alarm -> session.with(delivery.without(alarm));
            case PumpEvent.LinkChanged link -> session.with(delivery.withLink(link.state()));
            case PumpEvent.SlotChanged slot -> slot.present() ? session : session.with(delivery.without(slot.pump()));
            case PumpEvent.Rejected it -> session.with(delivery.rejecting(it.frameCount(), at));
        };
    }

    private Session take(Sample sample) {
        Delivery delivery = session.delivery();
        boolean counts = delivery.isBound(sample.reading().pump()) && session.phase() != Phase.CLOSED;
        Interval interval = delivery.intervalTo(sample);
        Session received = session.with(delivery.with(interval));
        return counts ? counting(received, interval) : received;
    }

    /** What a person has read off a pump that no wire reaches counts as its newest sample. */
    Session charted(PumpCheck check) {
        Delivery delivery = session.delivery();
        return delivery.chartedSample(check, at)
                .filter(_ -> session.phase() != Phase.CLOSED)
                .map(delivery::intervalTo)
                .map(interval -> counting(session.with(delivery.charted(interval)), interval))
                .orElse(session);
    }

    private static Session counting(Session received, Interval interval) {
        Stamp at = interval.now().at();
        Progress progress = received.progress();
        boolean delivering = interval.isDelivering();
        Evidence evidence =
                delivering ? Evidence.DELIVERING : received.delivery().evidence(at.elapsed());
        Optional<Course.Delivered> delivered = delivering
                ? Optional.of(delivered(interval, received.setUp()))
                : progress.deliveredUnseen(interval, received.delivery().isCharted());
        Progress next = progress.after(evidence, at, delivered);
        boolean restarted = next.voided().size() > progress.voided().size();
        Dosage counted = counted(received, interval, next, restarted);
        return received.with(next).with(counted);
    }

    private static Dosage counted(Session received, Interval interval, Progress next, boolean restarted) {
        Dosage dosage = received.dosage();
        SetUp setUp = received.setUp();
        Segments segments = restarted
                ? dosage.segments()
                        .changed(Segment.Cause.RESTART, interval.now().at(), setUp)
                : dosage.segments();
        boolean started = next.course().startedAt().isPresent();
        return dosage.with(segments).counted(interval, setUp, started);
    }

    private static Course.Delivered delivered(Interval interval, SetUp setUp) {
        return new Course.Delivered(
                interval.now().at(),
                interval.reading().flowRate(),
                interval.reading().flowRate().flatMap(rate -> Dosage.doseRate(rate, setUp)));
    }

    /** Another pump is bound, as {@code next} says. */
    Session bound(Delivery next) {
        if (Change.isNone(session.delivery(), next)) {
            return session;
        }
        Dosage dosage = session.dosage();
        boolean ranOn = session.delivery().mayRunUnheard(at.elapsed());
        Segments left = ranOn ? dosage.segments().missing() : dosage.segments();
        return session.with(next).with(dosage.with(left.changed(Segment.Cause.OTHER_PUMP, at, session.setUp())));
    }
}
