package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.AlarmClass;

/** The catalogue is derived from severity and onset (decision N9); the expected priorities are those of its printed table. */
@Tag("N9")
class CatalogueTest {
    @ParameterizedTest
    @CsvSource({
        "C01, HIGH",
        "C02, HIGH",
        "C03, HIGH",
        "C04, HIGH",
        "C05, HIGH",
        "C06, HIGH",
        "C07, HIGH",
        "C08, HIGH",
        "C09, HIGH",
        "C10, MEDIUM",
        "C11, MEDIUM",
        "C12, MEDIUM",
        "C13, MEDIUM",
        "C14, MEDIUM",
        "C15, MEDIUM",
        "C16, MEDIUM",
        "C17, MEDIUM",
        "C18, MEDIUM",
        "C19, MEDIUM",
        "C20, MEDIUM",
        "C21, LOW",
        "C22, LOW",
        "C23, LOW",
        "C24, LOW",
        "C25, LOW",
        "C26, LOW",
        "C27, LOW",
        "C28, LOW",
        "C29, LOW",
        "C30, LOW",
        "C31, INFORMATION"
    })
    void everyRowHasThePriorityOfTheTable(CatalogueRow row, AlarmPriority printed) {
        assertThat(row.priority()).isEqualTo(printed);
        assertThat(row.risk().map(CatalogueRow.Risk::priority).orElse(AlarmPriority.INFORMATION))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"DEATH_OR_IRREVERSIBLE, HIGH, HIGH, MEDIUM", "REVERSIBLE, HIGH, MEDIUM, LOW", "MINOR, MEDIUM, LOW, LOW"
    })
    void severityAndOnsetGiveThePriority(
            Severity severity, AlarmPriority immediate, AlarmPriority prompt, AlarmPriority delayed) {
        assertThat(Onset.IMMEDIATE.priority(severity)).isEqualTo(immediate);
        assertThat(Onset.PROMPT.priority(severity)).isEqualTo(prompt);
        assertThat(Onset.DELAYED.priority(severity)).isEqualTo(delayed);
    }

    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void everyConditionIsRaisedWithThePriorityOfItsRow(AlarmKind kind) {
        assertThat(kind.classification().priority()).isEqualTo(kind.row().priority());
    }

    @Test
    void aConditionNamesItsRow() {
        assertThat(AlarmKind.NO_SOUND.catalogueRow()).isEqualTo("C19");
        assertThat(AlarmKind.PUMP_CHECK_OVERDUE.catalogueRow()).isEqualTo("C28");
    }

    @ParameterizedTest
    @EnumSource(AlarmClass.class)
    void aMirroredAlarmDeviatesUpwardsOnlyAndSaysWhy(AlarmClass alarmClass) {
        Classification it = Classification.of(alarmClass);

        assertThat(it.priority()).isGreaterThanOrEqualTo(it.row().priority());
        assertThat(it.upwardsBecause().isPresent())
                .isEqualTo(it.priority() != it.row().priority());
    }

    @Test
    void aDeviationDownwardsIsRefused() {
        assertThatThrownBy(() -> new Classification(CatalogueRow.C06, AlarmPriority.MEDIUM, Optional.of("quieter")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeviationUpwardsWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> new Classification(CatalogueRow.C21, AlarmPriority.HIGH, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C21");
    }
}
