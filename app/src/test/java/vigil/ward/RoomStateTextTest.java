package vigil.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
                .hasMessageContaining("course");
        assertThatThrownBy(() -> RoomStateText.read("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyANewConditionCannotWaitForTheNextSecond() {
        assertThat(States.quiet(1).isAsUrgentAs(States.quiet(2))).isTrue();
        assertThat(States.quiet(1).isAsUrgentAs(States.alarmed(2))).isFalse();
        assertThat(States.alarmed(1).isAsUrgentAs(States.with(2, States.AT, List.of())))
                .isFalse();
    }
}
