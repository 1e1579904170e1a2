package vigil.export;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The parts of a report and the numbers in each, in their order, a decimal comma as a point. */
public final class ReportNumbers {
    /** A part as its record is written out, or a number. */
    private static final Pattern PART = Pattern.compile("\\b[A-Z]\\w*\\[|\\d+(?:[.,]\\d+)*");

    private ReportNumbers() {}

    public static List<String> of(Report report) {
        Report.Frame frame = report.frame();
        String all = report.blocks() + " " + frame.identity() + frame.banners() + frame.footer();
        return PART.matcher(all)
                .results()
                .map(MatchResult::group)
                .map(part -> part.matches("\\d+,\\d+") ? part.replace(',', '.') : part)
                .toList();
    }
}
