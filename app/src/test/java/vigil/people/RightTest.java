package vigil.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;

/** The table of docs/people.md. */
class RightTest {
    @ParameterizedTest
    @CsvSource({
        "NURSE,         true,  false, false, false, false, true, true",
        "PHYSICIAN,     true,  true,  false, false, false, true, true",
        "BIOMEDICAL,    false, false, true,  false, false, true, true",
        "ADMINISTRATOR, false, false, true,  true,  true,  true, true",
        "NOBODY,        false, false, false, false, false, false, true",
    })
    void eachRoleHasItsRights(
            Staff.Role role,
            boolean bedside,
            boolean review,
            boolean line,
            boolean site,
            boolean people,
            boolean note,
            boolean attend) {
        assertThat(Right.BEDSIDE.isOf(role)).isEqualTo(bedside);
        assertThat(Right.REVIEW.isOf(role)).isEqualTo(review);
        assertThat(Right.PUMP_LINE.isOf(role)).isEqualTo(line);
        assertThat(Right.SITE_SETTINGS.isOf(role)).isEqualTo(site);
        assertThat(Right.PEOPLE.isOf(role)).isEqualTo(people);
        assertThat(Right.NOTE.isOf(role)).isEqualTo(note);
        assertThat(Right.ATTEND.isOf(role)).isEqualTo(attend);
        assertThat(Right.PRINTER_AND_LANGUAGE.isOf(role)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "pump line,           PUMP_LINE",
        "printer,             PRINTER_AND_LANGUAGE",
        "language,            PRINTER_AND_LANGUAGE",
        "HL7 receiver,        SITE_SETTINGS",
        "site.r15.pause_min,  SITE_SETTINGS",
        "of a later program,  SITE_SETTINGS",
    })
    void eachSettingNeedsItsRight(String setting, Right needed) {
        Moment at = new Moment(Instant.EPOCH, 0, 0);
        assertThat(Right.neededBy(new Event.SettingChanged(at, setting, "", "", Staff.UNSIGNED)))
                .isEqualTo(needed);
    }
}
