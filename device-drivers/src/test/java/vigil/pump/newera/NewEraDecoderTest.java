package vigil.pump.newera;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Octets;

class NewEraDecoderTest {
    private static NewEraAnswer decoded(Ask ask, String data) {
        return new NewEraDecoder().decode(ask, Octets.of(data));
    }

    @ParameterizedTest
    @CsvSource({
        "3.500MH,3.5",
        "3.500MM,210",
        "3.500UH,0.0035",
        "3.500UM,0.21",
        "0.001UH,0.000001",
        "1699MH,1699",
        "1699.MH,1699",
        "0.000MH,0"
    })
    @Tag("A16")
    void rateIsConvertedExactly(String data, String mlPerH) {
        assertThat(decoded(Ask.RATE, data)).isEqualTo(new NewEraAnswer.Rate(FlowRate.ofMlPerH(mlPerH)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3.500",
                "3.500XH",
                "MH",
                "3,500MH",
                "-3.5MH",
                "12345MH",
                "1.2345MH",
                "33.500MH",
                "9999MM",
                "3.5 MH",
                "",
                "3.500MHx"
            })
    @Tag("A14")
    @Tag("A15")
    void anythingElseIsNoRate(String data) {
        assertThat(decoded(Ask.RATE, data)).isEqualTo(new NewEraAnswer.Unreadable(data));
    }

    @ParameterizedTest
    @CsvSource({"I1.250W0.000ML,1.25,0", "I125.0W2.500UL,0.125,0.0025", "I0.000W0.000ML,0,0"})
    void volumesAreReadInTheirUnit(String data, String infused, String withdrawn) {
        assertThat(decoded(Ask.DISPENSED, data))
                .isEqualTo(new NewEraAnswer.Dispensed(Volume.ofMl(infused), Volume.ofMl(withdrawn)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.250W0.000ML", "I1.250ML", "I1.250W0.000", "I1.250W0.000LL", "IWML", "I1.2W-1ML", ""})
    void anythingElseIsNoVolume(String data) {
        assertThat(decoded(Ask.DISPENSED, data)).isEqualTo(new NewEraAnswer.Unreadable(data));
    }

    @Test
    void volumeToDispenseOfZeroIsNoTarget() {
        assertThat(decoded(Ask.VOLUME, "0.000ML")).isEqualTo(new NewEraAnswer.ToDispense(Optional.empty()));
        assertThat(decoded(Ask.VOLUME, "5.000ML"))
                .isEqualTo(new NewEraAnswer.ToDispense(Optional.of(Volume.ofMl("5"))));
        assertThat(decoded(Ask.VOLUME, "500.0UL"))
                .isEqualTo(new NewEraAnswer.ToDispense(Optional.of(Volume.ofMl("0.5"))));
    }

    @Test
    void otherAnswersAreRead() {
        assertThat(decoded(Ask.STATUS, "")).isEqualTo(new NewEraAnswer.Nothing());
        assertThat(decoded(Ask.VERSION, "NE1000V3.928")).isEqualTo(new NewEraAnswer.Version("NE1000V3.928"));
        assertThat(decoded(Ask.DIAMETER, "26.59")).isEqualTo(new NewEraAnswer.Setting("26.59"));
        assertThat(decoded(Ask.DIRECTION, "INF")).isEqualTo(new NewEraAnswer.Setting("INF"));
        assertThat(decoded(Ask.DIRECTION, "WDR")).isEqualTo(new NewEraAnswer.Setting("WDR"));
        assertThat(decoded(Ask.PHASE, "12")).isEqualTo(new NewEraAnswer.Setting("12"));
        assertThat(decoded(Ask.SAFE_MODE, "0")).isEqualTo(new NewEraAnswer.SafeMode(0));
        assertThat(decoded(Ask.SAFE_MODE, "255")).isEqualTo(new NewEraAnswer.SafeMode(255));
    }

    @ParameterizedTest
    @CsvSource({"?", "?NA", "?OOR", "?COM", "?IGN"})
    void errorIsAnErrorWhateverWasAsked(String error) {
        for (Ask ask : Ask.values()) {
            assertThat(decoded(ask, error)).isEqualTo(new NewEraAnswer.Failure(error));
        }
    }

    @Test
    void answerToOneQuestionIsNotTakenForAnother() {
        assertThat(decoded(Ask.DISPENSED, "3.500MH")).isInstanceOf(NewEraAnswer.Unreadable.class);
        assertThat(decoded(Ask.RATE, "I1.250W0.000ML")).isInstanceOf(NewEraAnswer.Unreadable.class);
        assertThat(decoded(Ask.VOLUME, "3.500MH")).isInstanceOf(NewEraAnswer.Unreadable.class);
        assertThat(decoded(Ask.RATE, "5.000ML")).isInstanceOf(NewEraAnswer.Unreadable.class);
        assertThat(decoded(Ask.VERSION, "26.59")).isInstanceOf(NewEraAnswer.Unreadable.class);
    }

    @Test
    void valueCountsWhenItIsSaidTwiceInARow() {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.RATE);
        assertThat(step.heard(Octets.of("3.500MH"))).isEmpty();
        assertThat(step.heard(Octets.of("7.500MH"))).isEmpty();
        assertThat(step.heard(Octets.of("3.500MH"))).isEmpty();
        assertThat(step.heard(Octets.of("3.500MH"))).contains(new NewEraAnswer.Rate(FlowRate.ofMlPerH("3.5")));
    }

    @Test
    void pumpThatNeverAgreesWithItselfIsUnreadable() {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.RATE);
        for (int i = 1; i <= 4; i++) {
            assertThat(step.heard(Octets.of(i + ".000MH"))).isEmpty();
        }
        assertThat(step.heard(Octets.of("5.000MH"))).contains(new NewEraAnswer.Unreadable("5.000MH"));
    }

    @Test
    void volumeMayGrowBetweenTwoAnswersButNotMuchAndNotShrink() {
        assertThat(grows("I1.250W0.000ML", "I1.750W0.000ML")).isPresent();
        assertThat(grows("I1.250W0.000ML", "I1.751W0.000ML")).isEmpty();
        assertThat(grows("I1.250W0.000ML", "I1.249W0.000ML")).isEmpty();
        assertThat(grows("I1.250W0.000ML", "I1.250W1.000ML")).isEmpty();
    }

    private static Optional<NewEraAnswer> grows(String before, String after) {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.DISPENSED);
        assertThat(step.heard(Octets.of(before))).isEmpty();
        return step.heard(Octets.of(after));
    }

    @Test
    void alarmBetweenTwoAnswersMakesBothAskedAgain() {
        NewEraStep step = new NewEraStep(new NewEraDecoder()).begin(Ask.RATE);
        assertThat(step.heard(Octets.of("3.500MH"))).isEmpty();
        assertThat(step.heardAlarm("A?S")).isEmpty();
        assertThat(step.heard(Octets.of("3.500MH"))).isEmpty();
        assertThat(step.heard(Octets.of("3.500MH"))).isPresent();
    }

    @Test
    void dataOfAnyKindAreDecodedWithoutAnException() {
        Random random = new Random(3);
        NewEraDecoder decoder = new NewEraDecoder();
        List<NewEraVector> vectors = NewEraVector.all();
        for (int i = 0; i < 300_000; i++) {
            String data = vectors.get(random.nextInt(vectors.size())).payload();
            int at = random.nextInt(data.length());
            String changed =
                    data.substring(0, at) + (char) random.nextInt(' ', '~') + data.substring(at + random.nextInt(2));
            for (Ask ask : Ask.values()) {
                Octets part = Octets.of(changed.substring(random.nextInt(changed.length() + 1)));
                assertThat(decoder.decode(ask, part)).isNotNull();
            }
        }
    }
}
