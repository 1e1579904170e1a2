package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.FreseniusOptions;
import vigil.pump.sim.FreseniusSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;

/** The computer is suspended in the middle of an exchange: what was asked before then is not shown as a value of now. */
@Tag("D5")
@Tag("A10")
class FreseniusStandstillTest {
    private static final byte[] NOTHING = {};
    private static final Duration SUSPENDED = Duration.ofMinutes(10);
    private static final Duration AWAKE = Duration.ofSeconds(8);

    private final List<PumpEvent> events = new ArrayList<>();
    private final WatchedLink link = WatchedLink.of(PumpModel.FRESENIUS);
    private Moment now = FreseniusBench.START;
    private final SimulatedPump pump = running();
    private FreseniusSpeaker speaker = speaker(FreseniusOptions.BASE);

    private SimulatedPump running() {
        SimulatedPump running = new SimulatedPump("DPS", "12345", Volume.ofMl("50"), now);
        running.holds("Ketamine", Concentration.ofMgPerMl("4"));
        running.setRate(FlowRate.ofMlPerH("3.5"), now);
        running.start(now);
        return running;
    }

    private FreseniusSpeaker speaker(FreseniusOptions options) {
        return new FreseniusSpeaker(Rack.of(pump), options, now);
    }

    @BeforeEach
    void opens() {
        link.opened(now, events::add);
    }

    @Test
    void answerDamagedBeforeIsNotAskedForAgainButAskedAnew() {
        exchangeUntil("1LE;draem", FreseniusStandstillTest::withOneBitTurned);
        wakesUp(NOTHING);
        assertNothingOfBefore();
    }

    @Test
    void answerThatLayInTheBufferIsNoValueOfNow() {
        byte[] held = exchangeUntil("1LE;draem", bytes -> NOTHING);
        wakesUp(held);
        assertNothingOfBefore();
    }

    @Test
    void damagedAnswerThatLayInTheBufferIsNotAskedForAgain() {
        byte[] held = exchangeUntil("1LE;draem", bytes -> NOTHING);
        wakesUp(withOneBitTurned(held));
        assertNothingOfBefore();
    }

    @Test
    void partOfAnAnswerIsNotJoinedToWhatComesAfterwards() {
        byte[] held = exchangeUntil("1LE;draem", bytes -> Arrays.copyOf(bytes, 5));
        wakesUp(Arrays.copyOfRange(held, 5, held.length));
        assertNothingOfBefore();
    }

    @Test
    void valuesAskedForSinglyAreAllOfAfterwards() {
        speaker = speaker(FreseniusOptions.BASE.withOneValueAtATime());
        exchangeUntil("1LE;r", UnaryOperator.identity());
        wakesUp(NOTHING);
        assertNothingOfBefore();
    }

    @Test
    void standstillBetweenTwoRoundsIsNoTimeOut() {
        passes(AWAKE);
        awaitBetweenRounds();
        wakesUp(NOTHING);
        assertNothingOfBefore();
        assertThat(link.counters().timeouts()).isZero();
    }

    private void assertNothingOfBefore() {
        List<Volume> volumes = events.stream()
                .filter(PumpEvent.Reading.class::isInstance)
                .map(event ->
                        ((PumpEvent.Reading) event).reading().volumeInfused().orElseThrow())
                .toList();
        assertThat(volumes).isNotEmpty().allSatisfy(volume -> assertThat(volume).isGreaterThan(Volume.ofMl("0.58")));
        assertThat(states()).endsWith(new LinkState.Live());
    }

    private List<LinkState> states() {
        return events.stream()
                .filter(PumpEvent.LinkChanged.class::isInstance)
                .map(event -> ((PumpEvent.LinkChanged) event).state())
                .toList();
    }

    private static byte[] withOneBitTurned(byte[] bytes) {
        byte[] damaged = bytes.clone();
        damaged[damaged.length - 4] ^= 1;
        return damaged;
    }

    /** Talks until this query has been answered once before, and returns the next answer; the link hears {@code through}. */
    private byte[] exchangeUntil(String name, UnaryOperator<byte[]> through) {
        passes(AWAKE);
        for (Moment until = now.plus(AWAKE); now.since(until).isNegative(); toNextWake()) {
            unasked();
            Optional<Query> query = link.due(now, events::add);
            byte[] answer = query.map(this::answer).orElse(NOTHING);
            if (query.isPresent() && query.get().name().equals(name)) {
                hears(through.apply(answer));
                return answer;
            }
            hears(answer);
        }
        throw new AssertionError(name + " was not asked");
    }

    private void awaitBetweenRounds() {
        int before = events.size();
        while (events.size() == before) {
            step();
            toNextWake();
        }
        Moment until = now.plus(Duration.ofMillis(300));
        while (now.since(until).isNegative()) {
            step();
            toNextWake();
        }
    }

    /** Ten minutes later these bytes are there before anything else, and the conversation goes on. */
    private void wakesUp(byte[] held) {
        now = now.plus(SUSPENDED);
        events.removeIf(PumpEvent.Reading.class::isInstance);
        hears(held);
        passes(AWAKE);
    }

    private void passes(Duration time) {
        for (Moment until = now.plus(time); now.since(until).isNegative(); toNextWake()) {
            step();
        }
    }

    private void step() {
        unasked();
        link.due(now, events::add).map(this::answer).ifPresent(this::hears);
    }

    private void unasked() {
        if (speaker.wakeAt() <= now.bootNanos()) {
            hears(speaker.heard(NOTHING, 0, now));
        }
    }

    private byte[] answer(Query query) {
        byte[] bytes = query.bytes();
        return speaker.heard(bytes, bytes.length, now);
    }

    private void hears(byte[] bytes) {
        if (bytes.length > 0) {
            link.received(bytes, bytes.length, now, events::add);
        }
    }

    private void toNextWake() {
        long wake = Math.min(link.wakeAt(), speaker.wakeAt());
        now = now.plus(Duration.ofNanos(Math.max(0, wake - now.bootNanos())));
    }
}
