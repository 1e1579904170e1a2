package vigil.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    @ParameterizedTest
    @ValueSource(strings = {"493027", "112233", "902184756301"})
    void anOrdinaryPinMayBeChosen(String digits) {
        assertThat(new Pin(digits).fault("ab12")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "49302, LENGTH",
        "4930271839204, LENGTH",
        "49302a, NO_DIGITS",
        "٤٩٣٠٢٧, NO_DIGITS",
        "777777, FEW_DIGITS",
        "121212, FEW_DIGITS",
        "345678, SEQUENCE",
        "987654, SEQUENCE",
    })
    void aPinThatIsEasilyGuessedMayNot(String digits, Pin.Fault fault) {
        assertThat(new Pin(digits).fault("ab12")).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"801394, 801394", "18013942, 801394", "801394, x8013941"})
    void aPinIsNotTheUserId(String digits, String id) {
        assertThat(new Pin(digits).fault(id)).contains(Pin.Fault.LIKE_ID);
    }
}
