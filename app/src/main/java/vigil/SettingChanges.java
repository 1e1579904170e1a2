package vigil;

import java.util.Optional;
import java.util.function.Consumer;
import vigil.session.ConsoleSetting;
import vigil.session.Event;
import vigil.ui.ConsoleActions;

/** Puts a change of a setting into the record. Thread-safe. */
@FunctionalInterface
interface SettingChanges {
    /** For a console whose record is a course for training. */
    SettingChanges UNRECORDED = (setting, before, after, answer) -> answer.accept(Optional.empty());

    /**
     * A person has changed a setting from {@code before} to {@code after}; what stays as it was is no change.
     *
     * @param answer why that is not in the record, or nothing; comes once, from any thread
     */
    void enter(ConsoleSetting setting, String before, String after, Consumer<Optional<String>> answer);

    /** Changes made by whoever stands at that window. */
    static SettingChanges of(ConsoleActions window) {
        return (setting, before, after, answer) -> {
            if (before.equals(after)) {
                answer.accept(Optional.empty());
            } else {
                window.enter((at, by) -> new Event.SettingChanged(at, setting.recorded(), before, after, by), answer);
            }
        };
    }
}
