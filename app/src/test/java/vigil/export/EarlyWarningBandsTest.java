package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.export.PlotStack.Band;
import vigil.session.EarlyWarning;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.Vitals;
import vigil.session.VitalSign;

/** The table of clinical rules, section 9, at both edges of every band. */
class EarlyWarningBandsTest {
    @ParameterizedTest
    @CsvSource({
        "8,E", "9,1", "12,1", "13,", "20,", "21,1", "24,1", "25,2", "30,2", "31,4", "35,4", "36,E",
    })
    void respiratoryRate(int rate, String letter) {
        assertThat(scored(vitals(rate, 97, "0", 70, 120, "36.6"))).isEqualTo(expected("RR", letter));
    }

    @ParameterizedTest
    @CsvSource({"84,4", "85,2", "89,2", "90,1", "91,1", "92,", "100,"})
    void oxygenSaturation(int spo2, String letter) {
        assertThat(scored(vitals(14, spo2, "0", 70, 120, "36.6"))).isEqualTo(expected("SpO2", letter));
    }

    @ParameterizedTest
    @CsvSource({"0,", "1.9,", "2,1", "5,1", "5.1,2", "11,2", "11.5,4", "14,4", "15,E"})
    void oxygen(String flow, String letter) {
        assertThat(scored(vitals(14, 97, flow, 70, 120, "36.6"))).isEqualTo(expected("O2", letter));
    }

    @ParameterizedTest
    @CsvSource({
        "79,E", "80,4", "89,4", "90,2", "99,2", "100,1", "109,1", "110,", "159,", "160,1", "169,1", "170,2", "199,2",
        "200,4",
    })
    void systolicPressure(int systolic, String letter) {
        assertThat(scored(vitals(14, 97, "0", 70, systolic, "36.6"))).isEqualTo(expected("BP", letter));
    }

    @ParameterizedTest
    @CsvSource({
        "39,E", "40,2", "49,2", "50,", "99,", "100,1", "109,1", "110,2", "129,2", "130,3", "139,3", "140,4", "159,4",
        "160,E",
    })
    void heartRate(int heartRate, String letter) {
        assertThat(scored(vitals(14, 97, "0", heartRate, 120, "36.6"))).isEqualTo(expected("HR", letter));
    }

    @ParameterizedTest
    @CsvSource({"34.0,4", "34.1,2", "35.0,2", "35.1,1", "36.0,1", "36.1,", "37.9,", "38.0,1", "38.4,1", "38.5,2"})
    void temperature(String temperature, String letter) {
        assertThat(scored(vitals(14, 97, "0", 70, 120, temperature))).isEqualTo(expected("T", letter));
    }

    @Test
    void bandsForDrawingMeetMidwayBetweenWholeNumbers() {
        assertThat(EarlyWarningBands.between(VitalSign.SPO2, 80, 100))
                .containsExactly(new Band(80, 84.5, "4"), new Band(84.5, 89.5, "2"), new Band(89.5, 91.5, "1"));
    }

    private static List<String> expected(String label, String letter) {
        return letter == null ? List.of() : List.of(label + " " + letter);
    }

    private static List<String> scored(Vitals vitals) {
        return EarlyWarning.scoring(vitals);
    }

    private static Vitals vitals(int rate, int spo2, String oxygen, int heartRate, int systolic, String temperature) {
        return new Vitals(
                Optional.of(rate),
                Optional.of(spo2),
                Optional.of(new BigDecimal(oxygen)),
                Optional.of(heartRate),
                Optional.of(systolic),
                Optional.of(70),
                Optional.of(new BigDecimal(temperature)),
                Optional.of(Consciousness.ALERT));
    }
}
