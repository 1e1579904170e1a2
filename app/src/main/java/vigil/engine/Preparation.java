package vigil.engine;

import java.util.Map;
import java.util.Optional;
import vigil.session.Admission;
import vigil.session.DischargePlan;
import vigil.session.SetUp;
import vigil.session.SiteSettings;
import vigil.session.Solution;

/**
 * What has been entered for the course so far, and what lies half entered. Immutable.
 *
 * @param unchecked drug and concentration that no second person has checked yet (R29)
 * @param admission what was recorded around the course (R6, R8, R13)
 * @param discharge what is planned for afterwards (R21 to R24)
 * @param drafts the forms that are half filled: what was typed, by field
 */
public record Preparation(
        SetUp setUp,
        Optional<Solution> unchecked,
        Optional<Admission> admission,
        Optional<DischargePlan> discharge,
        SiteSettings settings,
        Map<String, Map<String, String>> drafts) {
    public static final Preparation NONE = new Preparation(
            SetUp.NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), SiteSettings.DEFAULTS, Map.of());
}
