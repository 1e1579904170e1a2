package vigil.store;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The standing texts of the prints that hold a digit, exactly as they stand there. None of them is a value of a patient. */
final class FixedTexts {
    static final List<Pattern> ALL = Stream.of(
                    "4-hour observation record after cessation",
                    "sha256",
                    "\\bt0\\b",
                    "\\bSpO2\\b",
                    "\\bO2\\b",
                    "last 4 h of delivery",
                    "4 h is elapsed time",
                    "Last 24 h",
                    "Q-ADDS SW150 v10 \\(01/2025\\)",
                    "Bands: E, 4, 3, 2, 1 as the chart",
                    "grade (?:0|1) to 3",
                    "S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14",
                    "S1–S14(?: all 0 where asked)?",
                    "D1–D8",
                    "D4 U",
                    "Elapsed since t0 at least 4:00:00",
                    "Row 240 complete, not before 4:00:00",
                    "Sedation 0 or the patient's baseline",
                    "in the last 60 min",
                    "EARLY, before 60 min",
                    "Gate met: lines 1 to 7\\.",
                    "R21-R24",
                    "FPM PS01\\(PM\\) 2021-\\s*06",
                    "Daily review \\(R7\\)",
                    "\\(R20\\)",
                    "\\(R25\\)",
                    "\\bR15, C\\. Doe",
                    "SIMULATED",
                    "sedation 2, a D answer U or Y\\. Emergency call for sedation 3, any E, EWS 8 or\\s+more",
                    "4 h of observation from t0",
                    "outside 0\\.05–0\\.1",
                    "Maximum 0\\.5 mg/kg/h")
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(text -> Pattern.compile(text.replace(" ", "\\s+")))
            .toList();

    private FixedTexts() {}
}
