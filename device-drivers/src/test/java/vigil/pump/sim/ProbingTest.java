package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LineSettings;
import vigil.pump.LineSettings.Parity;
import vigil.pump.Moment;
import vigil.pump.Probing;
import vigil.pump.PumpLink;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.alaris.AlarisQuery;
import vigil.pump.bcc.BccQuery;
import vigil.pump.fresenius.PrintedQueries;
import vigil.pump.newera.NewEraQuery;

/**
 * The proof behind {@code vigil ports --probe} (docs/drivers/probing.md): whatever is asked of an unknown port, no supported
 * pump that may stand there hears a command in it, at any of its own line settings.
 */
class ProbingTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final Probing.Called CALL = (Probing.Called) PumpModel.FRESENIUS.probing();
    private static final double LONG = 1.0;
    private static final double SHORT = 0.002;

    /** A model that asks, and one that may hear it. */
    record Pair(PumpModel asks, PumpModel hears) {}

    /** Every ordered pair of a model that is asked on a silent port and a model that may hear it. */
    static Stream<Pair> pairs() {
        return Arrays.stream(PumpModel.values())
                .filter(asks -> asks.probing() instanceof Probing.Asked)
                .flatMap(asks -> Arrays.stream(PumpModel.values()).map(hears -> new Pair(asks, hears)));
    }

    /** Every byte sequence that can be sent before a pump of that model has answered; for most, all there are. */
    private static List<byte[]> questions(PumpModel model) {
        return switch (model) {
            case BCC ->
                List.of(BccQuery.alive(true).bytes(), BccQuery.alive(false).bytes());
            case ALARIS -> Arrays.stream(AlarisQuery.values()).map(Query::bytes).toList();
            case NEW_ERA ->
                Arrays.stream(NewEraQuery.Ask.values())
                        .map(ask -> new NewEraQuery(0, ask).bytes())
                        .toList();
            case FRESENIUS ->
                PrintedQueries.ALL.stream()
                        .sorted()
                        .map(HexFormat.of()::parseHex)
                        .toList();
        };
    }

    /** Every line setting that a pump of that model can have. */
    private static List<LineSettings> settings(PumpModel model) {
        return switch (model) {
            case BCC -> eightNoneOne(9_600, 19_200, 38_400, 57_600, 115_200);
            case ALARIS -> eightNoneOne(38_400);
            case NEW_ERA -> eightNoneOne(300, 1_200, 2_400, 9_600, 19_200);
            case FRESENIUS -> List.of(new LineSettings(19_200, 7, Parity.EVEN, 1));
        };
    }

    /** A line's speed is seldom exact: what a receiver 3 % too slow or too fast hears counts as well. */
    private static List<LineSettings> nearly(PumpModel model) {
        return settings(model).stream()
                .flatMap(exact -> IntStream.rangeClosed(-6, 6).mapToObj(step -> {
                    int baud = Math.max(300, exact.baud() + exact.baud() * step / 200);
                    return new LineSettings(baud, exact.dataBits(), exact.parity(), exact.stopBits());
                }))
                .toList();
    }

    private static List<LineSettings> eightNoneOne(Integer... speeds) {
        return Arrays.stream(speeds)
                .map(baud -> new LineSettings(baud, 8, Parity.NONE, 1))
                .toList();
    }

    /** The settings a model is asked with on an unknown port. */
    private static List<LineSettings> probed(PumpModel model) {
        LineSettings own = model.lineSettings();
        return switch (model.probing()) {
            case Probing.Asked(var speeds) ->
                speeds.stream()
                        .map(baud -> new LineSettings(baud, own.dataBits(), own.parity(), own.stopBits()))
                        .toList();
            case Probing.Called _, Probing.Never _ -> List.of(own);
        };
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** What {@code hears} receives of these questions, for every setting of it and every way of its receiver. */
    private static List<byte[]> heard(List<byte[]> questions, LineSettings sent, PumpModel hears, double gapS) {
        SerialWave wave = new SerialWave();
        questions.forEach(question -> wave.send(question, sent, gapS));
        List<byte[]> heard = new ArrayList<>();
        for (LineSettings settings : nearly(hears)) {
            for (SerialWave.Damaged damaged : SerialWave.Damaged.values()) {
                heard.add(wave.heardAt(settings, damaged));
            }
        }
        return heard;
    }

    /** One after the other, and every two of them. */
    private static List<List<byte[]>> conversations(PumpModel asks) {
        List<byte[]> all = questions(asks);
        List<List<byte[]>> conversations = new ArrayList<>();
        conversations.add(all);
        conversations.add(Stream.of(all, all, all).flatMap(List::stream).toList());
        for (byte[] first : all) {
            conversations.add(List.of(first, all.getFirst()));
            conversations.add(List.of(first, all.getLast()));
        }
        return conversations;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void noOtherPumpHearsACommandInTheQuestions(Pair pair) {
        if (pair.asks() == pair.hears()) {
            return;
        }
        for (LineSettings sent : probed(pair.asks())) {
            for (double gap : new double[] {SHORT, LONG}) {
                for (List<byte[]> conversation : conversations(pair.asks())) {
                    for (byte[] heard : heard(conversation, sent, pair.hears(), gap)) {
                        assertThat(CommandEar.heardBy(pair.hears(), heard))
                                .as("%s at %s, heard by %s as %s", pair, sent, pair.hears(), hex(heard))
                                .isEmpty();
                    }
                }
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void theWholeOrderOfQuestionsIsHeardByNobodyAsACommand() {
        List<PumpModel> asked = Arrays.stream(PumpModel.values())
                .filter(model -> model.probing() instanceof Probing.Asked)
                .toList();
        for (PumpModel hears : PumpModel.values()) {
            for (LineSettings settings : nearly(hears)) {
                for (SerialWave.Damaged damaged : SerialWave.Damaged.values()) {
                    SerialWave wave = new SerialWave();
                    for (PumpModel model : asked) {
                        if (model != hears) {
                            questions(model).forEach(it -> wave.send(it, model.lineSettings(), SHORT));
                        }
                    }
                    assertThat(CommandEar.heardBy(hears, wave.heardAt(settings, damaged)))
                            .as("%s at %s", hears, settings)
                            .isEmpty();
                }
            }
        }
    }

    /** The simulated pump of the other model, running, is fed the same bytes and stays as it is. */
    @ParameterizedTest
    @MethodSource("pairs")
    void theSimulatedPumpRunsOnUnchanged(Pair pair) {
        for (LineSettings sent : probed(pair.asks())) {
            for (byte[] heard : heard(questions(pair.asks()), sent, pair.hears(), SHORT)) {
                SimulatedPump pump = pair.hears().newSimulatedPump("12345", Volume.ofMl("50"), START);
                pump.setRate(FlowRate.ofMlPerH("3.6"), START);
                pump.start(START);
                Speaker speaker = pair.hears().newSpeaker(Rack.of(pump), START);
                speaker.heard(heard, heard.length, START.plus(Duration.ofMillis(10)));
                assertThat(pump.status()).isEqualTo(DeliveryStatus.DELIVERING);
                assertThat(pump.rateNlPerH()).isEqualTo(3_600_000);
                assertThat(pump.alarms()).isEmpty();
                assertThat(speaker.strays()).as("%s", pair).noneMatch(it -> it.startsWith("Safe packet"));
            }
        }
    }

    /**
     * Why a model that calls needs no such proof: it is asked only where its call and nothing else was heard, and no other
     * model ever says that, whatever it says unasked.
     */
    @ParameterizedTest
    @EnumSource(names = "FRESENIUS", mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseCalls(PumpModel other) {
        SimulatedPump pump = other.newSimulatedPump("12345", Volume.ofMl("50"), START);
        List<Speaker> speakers = new ArrayList<>(List.of(other.newSpeaker(Rack.of(pump), START)));
        if (other == PumpModel.NEW_ERA) {
            speakers.add(new NewEraSpeaker(Rack.of(pump), NewEraOptions.FACTORY.inSafeMode()));
        }
        for (Speaker speaker : speakers) {
            for (SimulatedAlarm alarm : SimulatedAlarm.values()) {
                pump.raise(alarm, START);
                byte[] unasked = speaker.heard(new byte[0], 0, START.plus(Duration.ofSeconds(40)));
                assertThat(CALL.isHeardIn(unasked)).as("%s", hex(unasked)).isFalse();
            }
        }
    }

    /** Not the driver's list but what its link really says to a port where nobody answers, for ten seconds. */
    @ParameterizedTest
    @EnumSource(names = "NEW_ERA", mode = EnumSource.Mode.EXCLUDE)
    void theLinkSaysNothingElseToASilentPort(PumpModel model) {
        List<String> known = questions(model).stream().map(ProbingTest::hex).toList();
        PumpLink link = WatchedLink.of(model);
        link.opened(START, event -> {});
        for (int ms = 0; ms < 10_000; ms++) {
            link.due(START.plus(Duration.ofMillis(ms)), event -> {})
                    .ifPresent(query -> assertThat(known).contains(hex(query.bytes())));
        }
    }

    /** Why a New Era pump is not looked for: being asked at all changes it. */
    @Test
    void anyQuestionToANewEraPumpTakesItsAlarmAway() {
        SimulatedPump pump = PumpModel.NEW_ERA.newSimulatedPump("", Volume.ofMl("50"), START);
        Speaker speaker = PumpModel.NEW_ERA.newSpeaker(Rack.of(pump), START);
        byte[] question = new NewEraQuery(0, NewEraQuery.Ask.VERSION).bytes();
        byte[] first = speaker.heard(question, question.length, START);
        byte[] second = speaker.heard(question, question.length, START);
        assertThat(new String(first, java.nio.charset.StandardCharsets.US_ASCII))
                .contains("A?R");
        assertThat(second).isNotEqualTo(first);
        assertThat(PumpModel.NEW_ERA.probing()).isInstanceOf(Probing.Never.class);
    }

    /** The ear is not deaf: it hears commands that are sent at the pump's own settings. */
    @Test
    void theEarHearsCommands() {
        assertThat(ear(PumpModel.ALARIS, "!INF_STOP|0000\r")).hasSize(1);
        assertThat(ear(PumpModel.NEW_ERA, "0RUN\r")).containsExactly("0RUN<CR>");
        assertThat(ear(PumpModel.NEW_ERA, "\r")).hasSize(1);
        assertThat(ear(PumpModel.NEW_ERA, "\u0002\u0008SAF0UC\u0003")).hasSize(1);
        assertThat(ear(PumpModel.FRESENIUS, "\u00021PR;d002300\u0003")).hasSize(1);
        assertThat(ear(PumpModel.FRESENIUS, "\u00021LE;d9E\u0003")).isEmpty();
        assertThat(ear(PumpModel.BCC, "\u000100031\u0002x\u000300061\u0004")).hasSize(1);
    }

    private static List<String> ear(PumpModel hears, String said) {
        byte[] bytes = said.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        LineSettings own = hears.lineSettings();
        return CommandEar.heardBy(
                hears, new SerialWave().send(bytes, own, SHORT).heardAt(own, SerialWave.Damaged.DROPPED));
    }

    /** The wave is one: at its own settings a listener hears what was said, at half the speed something else. */
    @ParameterizedTest
    @EnumSource
    void whatIsSentIsHeardAtTheSameSettings(PumpModel model) {
        byte[] said = joined(questions(model));
        LineSettings own = model.lineSettings();
        SerialWave wave = new SerialWave().send(said, own, SHORT);
        assertThat(wave.heardAt(own, SerialWave.Damaged.DROPPED)).isEqualTo(said);
        LineSettings slower = new LineSettings(own.baud() / 2, own.dataBits(), own.parity(), own.stopBits());
        assertThat(wave.heardAt(slower, SerialWave.Damaged.KEPT)).isNotEqualTo(said);
    }
}
