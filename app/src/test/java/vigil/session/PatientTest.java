package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {
    @ParameterizedTest
    @CsvSource({
        "Winter, Alex, 'WINTER, Alex'",
        "O'Brien, Mary Ann, 'O''BRIEN, Mary Ann'",
        "unidentified, '', UNIDENTIFIED",
        "unidentified, ' ', UNIDENTIFIED",
    })
    void theNameIsListedAsOnAWristband(String family, String given, String listed) {
        Patient patient = new Patient(family, given, "0412 7785", LocalDate.of(1971, 3, 14), "none", "12");

        assertThat(patient.listedName()).isEqualTo(listed);
    }
}
