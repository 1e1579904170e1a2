package vigil.ui;

import java.util.Optional;
import java.util.function.Consumer;
import vigil.people.Answer;
import vigil.people.Change;
import vigil.people.Credentials;
import vigil.people.Pin;

/**
 * What somebody at the console can do about who he is. Called on the JavaFX thread; returns at once. Every answer comes
 * once, on any thread.
 */
public interface PeopleActions {
    /** A console where nobody can sign in. */
    PeopleActions NONE = new PeopleActions() {};

    String NO_SIGN_IN = "there is no sign-in here";

    /** A key was pressed or the screen touched: the console is not left alone. */
    default void touched() {}

    /** {@code chosen}: the own PIN of somebody who has been given one. */
    default void signIn(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer) {
        answer.accept(new Answer.Refused(NO_SIGN_IN));
    }

    /** Nothing can be entered any more before a PIN; {@code forGood}: by anybody, not only by who was signed in. */
    default void leave(boolean forGood) {}

    /** A change to the users, by the administrator who is signed in. */
    default void change(Change change, Consumer<Answer> answer) {
        answer.accept(new Answer.Refused(NO_SIGN_IN));
    }

    /** Enters what {@code given} signs or has checked as second person, if the PIN is right. */
    default void countersign(Credentials given, ConsoleActions.Entry entry, Consumer<Answer> answer) {
        answer.accept(new Answer.Refused(NO_SIGN_IN));
    }
}
