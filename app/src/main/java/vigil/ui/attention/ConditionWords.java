package vigil.ui.attention;

import java.util.Optional;
import java.util.stream.Collectors;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmKind;
import vigil.engine.Snapshot;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Rule;
import vigil.session.Staff;
import vigil.ui.parts.Phrases;

/**
 * One condition in words: who says it, what, value and limit, since when, what to do (decision N5). A mirrored alarm
 * keeps the pump's own words.
 */
public record ConditionWords(AlarmCondition condition, Snapshot snapshot, Phrases phrases) {

    public String title() {
        return condition.pumpAlarm().isPresent() ? phrases.text("alarm.pump-says", what()) : what();
    }

    /** The title where {@link #says} stands beside it. */
    public String what() {
        return condition
                .pumpAlarm()
                .map(alarm -> alarm.text().isBlank() ? alarm.code() : alarm.text())
                .orElseGet(() -> phrases.text(key("title")));
    }

    /** Who says it. */
    public String says() {
        return phrases.text("alarm.says." + condition.origin().name());
    }

    public String since() {
        String since = phrases.time(condition.since().utc());
        return condition
                .endedAt()
                .map(end -> phrases.text("alarm.ended", since, phrases.time(end.utc())))
                .orElseGet(() -> phrases.text("alarm.since", since));
    }

    /** Who says it, value, limit and rule; for an acknowledged condition who has seen it. */
    public String cause() {
        return condition.acknowledged().map(this::acknowledged).orElseGet(this::openCause);
    }

    public String action() {
        return phrases.text(key("action"));
    }

    public String priority() {
        return phrases.text("priority." + condition.priority().name());
    }

    private String acknowledged(AlarmCondition.Acknowledgement seen) {
        String key = condition.isActive() ? "alarm.acknowledged" : "alarm.acknowledged-ended";
        return phrases.text(key, phrases.time(seen.at().utc()), who(seen.by()));
    }

    private String who(Staff by) {
        return by.role() == Staff.Role.NOBODY ? phrases.text("people.break-glass") : by.initials();
    }

    private String openCause() {
        String rule = condition.rule().map(Rule::label).map(r -> " (" + r + ")").orElse("");
        String says = condition.detail().isBlank() ? evidence() : condition.detail();
        return says.isBlank()
                ? ""
                : phrases.text("alarm.origin." + condition.origin().name(), says + rule);
    }

    private String evidence() {
        return condition.kind() == AlarmKind.DOSE_ABOVE_MAXIMUM && !isOverCapOnly()
                ? doseAgainstLimit().orElseGet(this::lastBasis)
                : lastBasis();
    }

    /** Within the limit by weight: it is the site's cap in mg/h that the basis shows (A26). */
    private boolean isOverCapOnly() {
        return snapshot.dose()
                .rate()
                .map(rate -> !rate.isAbove(snapshot.dose().maximum()))
                .orElse(false);
    }

    private Optional<String> doseAgainstLimit() {
        return snapshot.dose()
                .rate()
                .map(rate -> phrases.text(
                        "alarm.dose-limit",
                        phrases.words().decimal(rate.toDecimal(3), 3),
                        phrases.words().decimal(snapshot.dose().maximum().mgPerKgPerH(), 3)));
    }

    private String lastBasis() {
        if (condition.basis().isEmpty()) {
            return "";
        }
        BasisLine first = condition.basis().getFirst();
        return first.label().isEmpty()
                ? BasisWords.of(condition.basis().getLast(), phrases).inOneLine()
                : condition.basis().stream()
                        .map(line -> BasisWords.of(line, phrases).inOneLine())
                        .collect(Collectors.joining(", "));
    }

    /** The key of the condition's own words, or of those for the rule behind it where it has some. */
    private String key(String part) {
        String kind = "alarm." + condition.kind().name() + ".";
        return ruleKey(part).filter(key -> phrases.words().keys().contains(key)).orElse(kind + part);
    }

    private Optional<String> ruleKey(String part) {
        return condition.rule().map(rule -> "alarm." + condition.kind().name() + "." + rule.label() + "." + part);
    }
}
