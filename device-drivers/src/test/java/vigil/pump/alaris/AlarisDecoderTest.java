package vigil.pump.alaris;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.AlarmClass;
import vigil.pump.FlowRate;
import vigil.pump.PumpAlarm;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;

class AlarisDecoderTest {
    private static final String INF = "INF^8002-51740^-^SET^3.50^ml/h^^1.234^ml^17.91^mmHg^10:43:12^EVENT^127904";

    private static AlarisAnswer decoded(String text) {
        return new AlarisDecoder().decode(new AlarisFrame(text));
    }

    private static AlarisAnswer.Status status(String text) {
        return (AlarisAnswer.Status) decoded(text);
    }

    @Test
    void everyReplyOfThePageIsUnderstood() {
        assertThat(AlarisVector.REPLIES)
                .allSatisfy(reply -> assertThat(new AlarisDecoder().decode(AlarisVector.frame(reply)))
                        .isNotInstanceOf(AlarisAnswer.Unreadable.class));
    }

    @Test
    void identityIsRead() {
        assertThat(decoded("INST_SERIALNO^8002-51740")).isEqualTo(new AlarisAnswer.SerialNumber("8002-51740"));
        assertThat(decoded("COMMS_PROTOCOL^Asena Rev 2.1.5")).isEqualTo(new AlarisAnswer.Protocol("Asena Rev 2.1.5"));
        assertThat(decoded("COMMS_RESPONSE_MAX^4000^ms"))
                .isEqualTo(new AlarisAnswer.ResponseMax(Duration.ofSeconds(4)));
    }

    @Test
    void syringeIsReadWithoutItsPadding() {
        assertThat(decoded("SYRINGE_STATUS^BD PLASTIPAK^ 50^CONF"))
                .isEqualTo(new AlarisAnswer.Syringe("BD PLASTIPAK", "50", "CONF"));
    }

    @Test
    void singleQuantitiesAreReadWithTheirUnit() {
        assertThat(decoded("INF_RATE_MAX_SYRINGE^1200.00^ml/h"))
                .isEqualTo(new AlarisAnswer.Quantity(AlarisQuery.INF_RATE_MAX_SYRINGE, new BigDecimal("1200"), "ml/h"));
        assertThat(decoded("INF_RATE^3.50^ml/h"))
                .isEqualTo(new AlarisAnswer.Quantity(AlarisQuery.INF_RATE, new BigDecimal("3.5"), "ml/h"));
        assertThat(decoded("INF_VI^1.234^ml"))
                .isEqualTo(new AlarisAnswer.Quantity(AlarisQuery.INF_VI, new BigDecimal("1.234"), "ml"));
    }

    @Test
    void vtbiMayBeEmpty() {
        assertThat(decoded("INF_VTBI^ACTIV^11.000^ml^STOP"))
                .isEqualTo(new AlarisAnswer.Vtbi(Optional.of(Volume.ofMl("11"))));
        assertThat(decoded("INF_VTBI^DEACT^^^")).isEqualTo(new AlarisAnswer.Vtbi(Optional.empty()));
    }

    @Test
    void statusRecordIsRead() {
        assertThat(decoded(INF))
                .isEqualTo(new AlarisAnswer.Status(
                        "8002-51740",
                        "-",
                        "SET",
                        FlowRate.ofMlPerH("3.5"),
                        Volume.ofMl("1.234"),
                        new BigDecimal("17.91"),
                        Duration.ofSeconds(38_592),
                        List.of()));
    }

    @Test
    void capturedRecordOfAPumpInAlarmIsRead() {
        AlarisAnswer.Status held =
                (AlarisAnswer.Status) new AlarisDecoder().decode(AlarisVector.frame(AlarisVector.HOLD));
        assertThat(held)
                .isEqualTo(new AlarisAnswer.Status(
                        "8002-51733",
                        "A",
                        "HLD",
                        FlowRate.ZERO,
                        Volume.ofMl("0.969"),
                        new BigDecimal("530.15"),
                        Duration.ofSeconds(249),
                        List.of()));
        assertThat(AlarisStatus.isOnHold(held)).isTrue();
    }

    @Test
    void holdWithARateIsNotTakenForAStop() {
        assertThat(AlarisStatus.isOnHold(status(INF.replace("SET", "HLD")))).isFalse();
    }

    @Test
    void moreThanADayIsKeptAsADayAndRemarked() {
        AlarisAnswer.Status status = status(INF.replace("10:43:12", "24+"));
        assertThat(status.timeRemaining()).isEqualTo(Duration.ofHours(24));
        assertThat(status.remarks()).containsExactly(new Remark("INF time left", Quality.SATURATED, "24+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--1", "-", "-2001", "2001", "1e3", "-1,5"})
    void otherPressureIsAbsentAndRemarked(String pressure) {
        AlarisAnswer.Status status = status(INF.replace("17.91", pressure));
        assertThat(status.pressureMmHg()).isNull();
        assertThat(status.remarks())
                .containsExactly(new Remark("INF pressure", Quality.UNREADABLE, pressure + " mmHg"));
        assertThat(status(INF.replace("mmHg", "kPa")).pressureMmHg()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1:00:00", "10-43-12", "10:60:00", "10:00:60", "aa:bb:cc", "25 h"})
    void otherTimeIsAbsentAndRemarked(String time) {
        AlarisAnswer.Status status = status(INF.replace("10:43:12", time));
        assertThat(status.timeRemaining()).isNull();
        assertThat(status.remarks()).containsExactly(new Remark("INF time left", Quality.UNREADABLE, time));
    }

    @Test
    @Tag("A14")
    void blankValuesAreAbsentNeverZero() {
        AlarisAnswer.Status status = status("INF^^-^SET^^ml/h^^ ^ml^-50.00^mmHg^^EVENT^1");
        assertThat(status)
                .isEqualTo(new AlarisAnswer.Status(
                        null,
                        "-",
                        "SET",
                        null,
                        null,
                        new BigDecimal("-50"),
                        null,
                        List.of(
                                new Remark("INF serial number", Quality.NO_VALUE, ""),
                                new Remark("INF rate", Quality.NO_VALUE, ""),
                                new Remark("INF volume infused", Quality.NO_VALUE, " "),
                                new Remark("INF time left", Quality.NO_VALUE, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,50", "-3.50", "---", "NaN", "99999.9", "1E1"})
    @Tag("A14")
    @Tag("A15")
    void rateThatIsNoNumberIsAbsentAndRemarked(String rate) {
        AlarisAnswer.Status status = status(INF.replace("3.50", rate));
        assertThat(status.flowRate()).isNull();
        assertThat(status.remarks()).containsExactly(new Remark("INF rate", Quality.UNREADABLE, rate + " ml/h"));
    }

    @Test
    @Tag("A16")
    void rateInAnotherUnitIsNotTaken() {
        AlarisAnswer.Status status = status(INF.replace("ml/h", "mg/h"));
        assertThat(status.flowRate()).isNull();
        assertThat(status.remarks()).containsExactly(new Remark("INF rate", Quality.UNREADABLE, "3.50 mg/h"));
    }

    @Test
    void unknownModeIsRemarked() {
        AlarisAnswer.Status status = status(INF.replace("SET", "RUN"));
        assertThat(status.mode()).isEqualTo("RUN");
        assertThat(status.remarks()).containsExactly(new Remark("INF mode", Quality.UNREADABLE, "RUN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INF",
                "ALARM",
                "INF^8002-51740",
                "INF^ERROR",
                "INST_SERIALNO^",
                "COMMS_RESPONSE_MAX^4000^s",
                "COMMS_RESPONSE_MAX^99999999999^ms",
                "INF_VI^1.234^l",
                "INF_RATE^^ml/h",
                "INF_VTBI^ACTIV",
                "INF_VTBI^ACTIV^99999999999999^ml^STOP",
                "ALARM^ ^ ^ ",
                "REMOTE_CTRL^ENABLED^****^PERMIT^0^ms",
                "INFX^1",
                "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
            })
    @Tag("A13")
    void frameThatIsNoKnownAnswerIsUnreadable(String text) {
        assertThat(decoded(text)).isInstanceOf(AlarisAnswer.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AL_OCCLU,OCCLUSION",
        "AL_EOIST,SYRINGE_EMPTY",
        "AL_EOIKV,INFUSION_COMPLETE",
        "AL_NEOIN,NEAR_END",
        "AL_VTBIC,INFUSION_COMPLETE",
        "AL_VTBIK,INFUSION_COMPLETE",
        "AL_VTBIS,INFUSION_COMPLETE",
        "AL_LWBAT,BATTERY_LOW",
        "AL_LBTAC,BATTERY_LOW",
        "AL_EMBAT,BATTERY_FAILED",
        "AL_ACDIS,MAINS_LOST",
        "AL_SYRCO,SYRINGE_NOT_SEATED",
        "AL_DRDIS,SYRINGE_NOT_SEATED",
        "AL_LDSCN,UNCLASSIFIED",
        "AL_PRDSC,UNCLASSIFIED",
        "AL_COMTO,UNCLASSIFIED",
        "AL_CALLB,STANDBY_REMINDER",
        "AL_RHIGH,UNCLASSIFIED",
        "AL_TCITG,UNCLASSIFIED",
        "AL_TITCA,UNCLASSIFIED",
        "AL_TITNC,UNCLASSIFIED",
        "AL_FAULT,DEVICE_FAULT"
    })
    void alarmHasItsClassAndKeepsItsCode(String code, AlarmClass alarmClass) {
        PumpAlarm alarm = AlarisAlarms.of(code, "");
        assertThat(alarm.alarmClass()).isEqualTo(alarmClass);
        assertThat(alarm.code()).isEqualTo(code);
        assertThat(alarm.text()).isNotBlank().doesNotContain(code);
    }

    @Test
    void unknownAlarmIsShownVerbatim() {
        assertThat(AlarisAlarms.of("AL_XYZZY", ""))
                .isEqualTo(new PumpAlarm(AlarmClass.UNCLASSIFIED, "AL_XYZZY", "Pump alarm AL_XYZZY"));
    }

    @Test
    void pumpsOwnWordsAreKept() {
        assertThat(decoded("ALARM^AL_OCCLU^DOWNSTREAM ^ ")).isEqualTo(new AlarisAnswer.Alarm("AL_OCCLU", "DOWNSTREAM"));
        assertThat(AlarisAlarms.of("AL_OCCLU", "DOWNSTREAM").text()).isEqualTo("DOWNSTREAM");
    }

    @Test
    void textOfAnyKindIsDecodedWithoutAnException() {
        Random random = new Random(3);
        AlarisDecoder decoder = new AlarisDecoder();
        for (int i = 0; i < 200_000; i++) {
            String text = AlarisVector.frame(AlarisVector.ALL.get(random.nextInt(AlarisVector.ALL.size())))
                    .text();
            int at = random.nextInt(text.length());
            String changed =
                    text.substring(0, at) + (char) random.nextInt(' ', '{') + text.substring(at + random.nextInt(2));
            if (!changed.contains("!")) {
                assertThat(decoder.decode(new AlarisFrame(changed))).isNotNull();
            }
        }
    }
}
