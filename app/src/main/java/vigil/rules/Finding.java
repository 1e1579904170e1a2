package vigil.rules;

import java.util.List;

/**
 * What a rule says about a session now, with the numbers it rests on.
 *
 * @param basis each line a small sum as the prompt shows it: left side, result
 */
public record Finding(Rule rule, Level level, List<BasisLine> basis) {
    /** Levels of the clinical rules, section 4, lowest first. */
    public enum Level {
        ADVISORY,
        REQUIRED,
        PROMPT,
        HIGH,
        HIGHEST
    }

    /**
     * For example {@code 8.80 mL/h × 4 mg/mL} and {@code 35.20 mg/h}. Numbers with units; no words of any language.
     *
     * @param label message key of what the figures are; empty where they speak for themselves
     */
    public record BasisLine(String label, String sum, String result) {
        public BasisLine(String sum, String result) {
            this("", sum, result);
        }

        static BasisLine labelled(String label, String result) {
            return new BasisLine(label, "", result);
        }
    }

    public Finding {
        basis = List.copyOf(basis);
    }
}
