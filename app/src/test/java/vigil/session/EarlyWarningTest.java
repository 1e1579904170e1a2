package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Charts;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.Vitals;

/** The bands of the early-warning chart, clinical rules section 9: both ends of every band. */
class EarlyWarningTest {
    private static Vitals vitals(String name, String value) {
        int number = name.equals("T") || name.equals("C") ? 0 : new BigDecimal(value).intValue();
        Vitals good = Charts.vitals(Optional.of(new BigDecimal("36.6")));
        return new Vitals(
                name.equals("RR") ? Optional.of(number) : good.respiratoryRatePerMin(),
                name.equals("SpO2") ? Optional.of(number) : good.spo2Percent(),
                name.equals("O2") ? Optional.of(new BigDecimal(value)) : good.oxygenLPerMin(),
                name.equals("HR") ? Optional.of(number) : good.heartRatePerMin(),
                name.equals("BP") ? Optional.of(number) : good.systolicMmHg(),
                good.diastolicMmHg(),
                name.equals("T") ? Optional.of(new BigDecimal(value)) : good.temperatureCel(),
                name.equals("C") ? Optional.of(Consciousness.valueOf(value)) : good.consciousness());
    }

    @ParameterizedTest
    @CsvSource({
        "RR,9,1",
        "RR,12,1",
        "RR,13,0",
        "RR,20,0",
        "RR,21,1",
        "RR,24,1",
        "RR,25,2",
        "RR,30,2",
        "RR,31,4",
        "RR,35,4",
        "SpO2,84,4",
        "SpO2,85,2",
        "SpO2,89,2",
        "SpO2,90,1",
        "SpO2,91,1",
        "SpO2,92,0",
        "O2,1.9,0",
        "O2,2,1",
        "O2,5,1",
        "O2,5.5,2",
        "O2,11,2",
        "O2,11.5,4",
        "O2,14,4",
        "BP,80,4",
        "BP,89,4",
        "BP,90,2",
        "BP,99,2",
        "BP,100,1",
        "BP,109,1",
        "BP,110,0",
        "BP,159,0",
        "BP,160,1",
        "BP,169,1",
        "BP,170,2",
        "BP,199,2",
        "BP,200,4",
        "HR,40,2",
        "HR,49,2",
        "HR,50,0",
        "HR,99,0",
        "HR,100,1",
        "HR,109,1",
        "HR,110,2",
        "HR,129,2",
        "HR,130,3",
        "HR,139,3",
        "HR,140,4",
        "HR,159,4",
        "T,34.0,4",
        "T,34.1,2",
        "T,35.0,2",
        "T,35.1,1",
        "T,36.0,1",
        "T,36.1,0",
        "T,37.9,0",
        "T,38.0,1",
        "T,38.4,1",
        "T,38.5,2",
        "C,ALERT,0",
        "C,VOICE,1",
        "C,NEW_CONFUSION,4"
    })
    void bandGivesItsPoints(String name, String value, int points) {
        EarlyWarning.Score score = EarlyWarning.of(vitals(name, value)).orElseThrow();

        assertThat(score.total()).isEqualTo(points);
        assertThat(score.emergency()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RR,8", "RR,36", "O2,15", "BP,79", "HR,39", "HR,160", "C,PAIN", "C,UNRESPONSIVE"})
    void emergencyBandIsAnEmergencyByItself(String name, String value) {
        assertThat(EarlyWarning.of(vitals(name, value)).orElseThrow().emergency())
                .isTrue();
    }

    @Test
    void aTotalOfEightIsAnEmergency() {
        Vitals eight = new Vitals(
                Optional.of(31),
                Optional.of(84),
                Optional.of(BigDecimal.ZERO),
                Optional.of(76),
                Optional.of(128),
                Optional.of(76),
                Optional.of(new BigDecimal("36.6")),
                Optional.of(Consciousness.ALERT));

        assertThat(EarlyWarning.of(eight).orElseThrow().total()).isEqualTo(8);
        assertThat(EarlyWarning.of(eight).orElseThrow().emergency()).isTrue();
    }

    @Test
    void withoutOneParameterThereIsNoScore() {
        assertThat(EarlyWarning.of(Charts.vitals(Optional.empty()))).isEmpty();
    }
}
