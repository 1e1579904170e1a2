package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.look.Words;

class BasisTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    R16 S2  0 to 2 event-number  1 | R16: S2 0 to 2; Side-effect event number 1
                    R15 paused  0:37:02 limit  1:00:00 | R15: No drug for 0:37:02; limit 1:00:00
                    R5 1:08:40 48:00:00 | R5: 1:08:40 / 48:00:00
                    R12 8.8 mL/h × 4 mg/mL 35.20 mg/h 35.20 mg/h ÷ 70 kg 0.503 mg/kg/h | R12: 8.8 mL/h × 4 mg/mL = 35.20 mg/h; 35.20 mg/h ÷ 70 kg = 0.503 mg/kg/h
                    R20 2 ≠ 1 | R20: 2 ≠ 1
                    R6 | R6
                    D4  U | D4 U
                    P0 1 | P0 1
                    """)
    void figuresStandWithWhatTheyAre(String stored, String shown) {
        assertThat(new BasisText(Words.of(Locale.ENGLISH)).of(stored)).isEqualTo(shown);
    }
}
