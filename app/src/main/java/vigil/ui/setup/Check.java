package vigil.ui.setup;

import java.util.List;
import java.util.Optional;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/**
 * One thing that belongs to a part of the set-up: answered or not yet. Immutable.
 *
 * @param met true once it is as it has to be
 * @param blocks true when the part cannot be saved before
 * @param lack message key of what is wrong; empty: the question is not answered, or not in a way that can be read
 */
record Check(boolean met, boolean blocks, Optional<Question<?>> question, String lack, List<String> arguments) {
    Check {
        arguments = List.copyOf(arguments);
    }

    /** The question has an answer that can be read. */
    static Check answered(Answers answers, Question<?> question) {
        return new Check(answers.value(question).isPresent(), true, Optional.of(question), "", List.of());
    }

    /** As {@link #answered}, but the part can be saved without. */
    static Check wished(Answers answers, Question<?> question) {
        return new Check(
                answers.value(question).isPresent(), !answers.isSound(question), Optional.of(question), "", List.of());
    }

    /** Nothing is wrong with what may be left empty. */
    static Check sound(Answers answers, Question<?> question) {
        return new Check(answers.isSound(question), true, Optional.of(question), "", List.of());
    }

    /** Something holds between answers, or with what is in the record. */
    static Check that(boolean met, String lack, String... arguments) {
        return new Check(met, true, Optional.empty(), lack, List.of(arguments));
    }
}
