package vigil.ui.history;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * The way from a view to the record. What is asked here is answered off the JavaFX thread; nobody waits. Called on the
 * JavaFX thread, returns at once, and the answer comes once, on that thread where it was asked through the console's
 * actions.
 */
public interface Archive {
    /** No record is at hand: every question is refused. */
    Archive NONE = new Archive() {
        @Override
        public <T> void ask(Question<T> question, Consumer<Answer<T>> answer) {
            answer.accept(new Answer.Refused<>("no record is open here"));
        }

        @Override
        public <T> Errand begin(Work<T> work, Consumer<Progress> progress, Consumer<Answer<T>> answer) {
            answer.accept(new Answer.Refused<>("no record is open here"));
            return () -> {};
        }
    };

    /** A short question. */
    <T> void ask(Question<T> question, Consumer<Answer<T>> answer);

    /** Work that can take long: its progress is told from time to time, and it can be given up. Begun in the order asked. */
    <T> Errand begin(Work<T> work, Consumer<Progress> progress, Consumer<Answer<T>> answer);

    /**
     * What is asked, put in terms of what the record can tell.
     *
     * @param <T> an immutable answer
     */
    @FunctionalInterface
    interface Question<T> {
        /**
         * Asks.
         *
         * @throws IOException one line for a person: why it cannot be answered and what to do
         */
        T of(Contents contents) throws IOException;
    }

    /** What is to be done; it calls {@link Steps#reached} often, so that it can be given up. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Does it.
         *
         * @throws IOException one line for a person: why it was not done and what to do
         */
        T of(Contents contents, Steps steps) throws IOException;
    }

    /** Something begun. */
    @FunctionalInterface
    interface Errand {
        /** Gives it up soon; the answer then is {@link Answer.GivenUp}, unless it was done before. */
        void giveUp();
    }

    /** What became of a question or a piece of work. */
    sealed interface Answer<T> {
        record Told<T>(T value) implements Answer<T> {}

        /** {@code reason}: one line for a person. */
        record Refused<T>(String reason) implements Answer<T> {}

        /** Given up before it was done; nothing of it is left behind. */
        record GivenUp<T>() implements Answer<T> {}
    }

    /**
     * How far a piece of work is.
     *
     * @param of 0 while the whole is not known
     */
    record Progress(long done, long of) {}
}
