package vigil.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Question<BigDecimal> WEIGHT = Question.number("weight", "20", "350", 1, "kg");
    private static final Question<Boolean> TICK = Question.tick("tick");

    private final List<Answers> kept = new ArrayList<>();
    private final Form form = new Form(kept::add);

    @Test
    void whatCannotBeReadIsKeptWordForWord() {
        form.put(WEIGHT, "154 lb");
        assertThat(form.answers().text(WEIGHT)).isEqualTo("154 lb");
        assertThat(form.answers().value(WEIGHT)).isEmpty();
        assertThat(form.answers().isSound(WEIGHT)).isFalse();
    }

    @Test
    void everyChangeIsKeptOnce() {
        form.put(WEIGHT, "7");
        form.put(WEIGHT, "7");
        form.put(WEIGHT, "70");
        assertThat(kept).extracting(answers -> answers.text(WEIGHT)).containsExactly("7", "70");
    }

    @Test
    void whatIsRestoredIsNotKeptAgain() {
        form.restore(Answers.NONE.with(WEIGHT, "70"));
        assertThat(kept).isEmpty();
        assertThat(form.answers().value(WEIGHT)).contains(new BigDecimal("70"));
    }

    @Test
    void anEmptyTextTakesTheAnswerBack() {
        form.put(TICK, Kind.Tick.TICKED);
        assertThat(form.answers().isTicked(TICK)).isTrue();
        form.put(TICK, "");
        assertThat(form.answers().isEmpty()).isTrue();
    }
}
