package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a bedside shows a station comes out as it went in, and stations bear with bedsides of another age. */
class RoomStateTextTest {
    @Test
    void aStateIsTheSameAfterTheWay() {
        RoomState state = States.alarmed(7);
        assertThat(RoomStateText.read(RoomStateText.write(state))).isEqualTo(state);
    }

    @Test
    void aFieldOfANewerBedsideIsPassedOver() {
        String newer = RoomStateText.write(States.quiet(7)).replaceFirst("\\{", "{\"mood\":\"fine\",");
        assertThat(RoomStateText.read(newer)).isEqualTo(States.quiet(7));
    }

    @Test
    void whatLacksAFieldIsRefusedByItsName() {
        assertThatThrownBy(() -> RoomStateText.read("{\"at\":\"2026-03-03T12:24:30Z\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sequence");
        assertThatThrownBy(() -> RoomStateText.read("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyANewConditionCannotWaitForTheNextSecond() {
        assertThat(States.quiet(1).isAsUrgentAs(States.quiet(2))).isTrue();
        assertThat(States.quiet(1).isAsUrgentAs(States.alarmed(2))).isFalse();
        assertThat(States.alarmed(1).isAsUrgentAs(States.with(2, States.AT, List.of())))
                .isFalse();
    }

    @Test
    @Tag("G6")
    void aListOfConditionsOrAMarkThatIsNotFoundIsNotTakenForNone() {
        String told = RoomStateText.write(States.alarmed(7));
        for (String name : List.of(
                "conditions", "due", "active", "acknowledged", "stale", "aboveMaximum", "recording", "priority")) {
            refused(told.replace("\"" + name + "\"", "\"another\""), name);
            refused(told.replaceFirst("\"" + name + "\":", "\"" + name + "\":null,\"x\":"), name);
        }
        refused(told.replace("\"conditions\":[", "\"conditions\":7,\"x\":["), "conditions");
        refused(told.replace("\"active\":true", "\"active\":\"yes\""), "active");
    }

    @Test
    @Tag("G6")
    void whatNoBedsideMeansIsNotReckonedWith() {
        String told = RoomStateText.write(States.quiet(7));
        refused(told.replace("\"0.120\"", "\"1E999999999\""), "digits");
        refused(told.replace("\"at\":\"2026", "\"at\":\"+999992026"), "bounds");
        refused(told.replace("\"missing\":0", "\"missing\":99999999999"), "cannot be read");
        refused("null", "lacks at");
        refused("[]", "lacks at");
    }

    private static void refused(String text, String why) {
        assertThatThrownBy(() -> RoomStateText.read(text))
                .as(text)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
