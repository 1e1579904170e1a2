package vigil.ui.setup;

import java.util.List;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;

/** What one part of the set-up asks, and what saving it enters. Pure and without state. */
interface PartRules {
    /** What belongs to it, in the order of the fields. */
    List<Check> checks(Answers answers, Situation now);

    /** What saving enters, in order; asked only once nothing blocks. */
    List<Entry> entries(Answers answers, Situation now);

    /** The answers as the record has them; what the record does not give back is left as it is in {@code typed}. */
    Answers recorded(Situation now, Answers typed);

    /** True once it is in the record whole. */
    boolean isRecorded(Situation now);

    /** True where the record does not give all texts back, so that the form keeps them until the session ends. */
    default boolean keepsTexts() {
        return false;
    }
}
