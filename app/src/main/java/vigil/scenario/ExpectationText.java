package vigil.scenario;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vigil.alarm.AlarmCondition;
import vigil.dose.DoseRate;
import vigil.session.Cessation;
import vigil.session.Phase;
import vigil.session.Session;

/**
 * Reads the part of a statement after {@code expect}:
 *
 * <ul>
 *   <li>{@code phase infusing}
 *   <li>{@code prompt R15}, {@code no prompt R12}: by rule, catalogue row, kind or the condition's own key; a rule that is
 *       only listed counts
 *   <li>{@code first R17}: this stands before all others
 *   <li>{@code dose 0.100} as displayed, {@code no dose}
 *   <li>{@code mg 329 within 0.1}, {@code at least}, {@code exact}: the cumulative mass and whether it is a lower bound
 *   <li>{@code gate open}, {@code gate shut}
 *   <li>{@code t0 15:00}: the ward's wall clock
 *   <li>{@code voided 1}, {@code segments 2}, {@code overdue 3}
 * </ul>
 */
final class ExpectationText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Words words;
    private final ZoneId zone;

    ExpectationText(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    Expectation read() {
        String what = words.take("what is expected");
        return switch (what) {
            case "phase" -> phase(EntryText.constant(Phase.class, words.take("a phase")));
            case "prompt" -> prompt(words.take("a rule or a condition"));
            case "first" -> first(words.take("a rule or a condition"));
            case "no" -> absent();
            case "dose" -> dose(words.take("mg/kg/h"));
            case "mg" -> mass();
            case "at" -> lowerBound();
            case "exact" -> is("the total", "at least", sight -> !isLowerBound(sight));
            case "gate" -> gate(words.take("open or shut"));
            case "t0" -> t0(LocalTime.parse(words.take("HH:MM")));
            case "voided" ->
                count("voided records", session -> session.progress().voided().size());
            case "segments" ->
                count("segments", session -> session.dosage().segments().all().size());
            case "overdue" -> count("overdue", ExpectationText::overdue);
            default -> throw words.unknown(what, "phase, prompt, first, no, dose, mg, at, exact, gate, t0 or a count");
        };
    }

    private static int overdue(Session session) {
        return session.care().schedule().overdue(session.elapsed()).size();
    }

    private Expectation phase(Phase expected) {
        return same("phase", expected, sight -> sight.session().phase());
    }

    private Expectation prompt(String wanted) {
        return sight -> stand(sight).anyMatch(wanted::equals)
                ? Optional.empty()
                : Optional.of("no prompt %s among %s".formatted(wanted, names(sight)));
    }

    private Expectation first(String wanted) {
        return sight -> sight.conditions().stream()
                        .findFirst()
                        .filter(it -> names(it).anyMatch(wanted::equals))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("%s is not the first of %s".formatted(wanted, names(sight)));
    }

    private Expectation absent() {
        String what = words.take("prompt or dose");
        return switch (what) {
            case "prompt" -> noPrompt(words.take("a rule or a condition"));
            case "dose" -> same("dose", "none", ExpectationText::dose);
            default -> throw words.unknown(what, "prompt or dose");
        };
    }

    private Expectation noPrompt(String unwanted) {
        return sight -> stand(sight).noneMatch(unwanted::equals)
                ? Optional.empty()
                : Optional.of("prompt %s among %s".formatted(unwanted, names(sight)));
    }

    /** Every name under which something stands on the screen now; what has ended and is only latched does not count. */
    private static Stream<String> stand(Sight sight) {
        return Stream.concat(
                sight.conditions().stream().filter(AlarmCondition::isActive).flatMap(ExpectationText::names),
                sight.findings().stream().map(finding -> finding.rule().label()));
    }

    private static Stream<String> names(AlarmCondition condition) {
        return Stream.concat(
                Stream.of(condition.kind().name(), condition.kind().catalogueRow(), condition.key()),
                condition.rule().stream().map(rule -> rule.label()));
    }

    private static List<String> names(Sight sight) {
        return stand(sight).distinct().toList();
    }

    private Expectation dose(String expected) {
        return same("dose", new BigDecimal(expected).toPlainString(), ExpectationText::dose);
    }

    private static String dose(Sight sight) {
        Session session = sight.session();
        return session.doseRate(session.elapsedAt(sight.now()))
                .map(DoseRate::toDisplay)
                .orElse("none");
    }

    private Expectation mass() {
        BigDecimal expected = new BigDecimal(words.take("mg"));
        words.expect("within");
        BigDecimal tolerance = new BigDecimal(words.take("mg"));
        return sight -> {
            BigDecimal found = sight.session().dosage().totals().course().mg();
            return found.subtract(expected).abs().compareTo(tolerance) <= 0
                    ? Optional.empty()
                    : Optional.of("%s mg instead of %s".formatted(found.toPlainString(), expected));
        };
    }

    private Expectation lowerBound() {
        words.expect("least");
        return is("the total", "exact", ExpectationText::isLowerBound);
    }

    private static boolean isLowerBound(Sight sight) {
        return sight.session().isTotalLowerBound(sight.session().elapsedAt(sight.now()));
    }

    private Expectation gate(String wanted) {
        return switch (wanted) {
            case "open" ->
                is("the gate", "shut", sight -> sight.session().gate().isMet());
            case "shut" ->
                is("the gate", "open", sight -> !sight.session().gate().isMet());
            default -> throw words.unknown(wanted, "open or shut");
        };
    }

    private Expectation t0(LocalTime expected) {
        return same(
                "t0",
                CLOCK.format(expected),
                sight -> sight.session()
                        .progress()
                        .cessation()
                        .flatMap(Cessation::t0)
                        .map(t0 -> CLOCK.format(t0.at().utc().atZone(zone)))
                        .orElse("none"));
    }

    private Expectation count(String what, Function<Session, Integer> count) {
        return same(what, Integer.valueOf(words.take("a number")), sight -> count.apply(sight.session()));
    }

    private static Expectation is(String what, String otherwise, Function<Sight, Boolean> holds) {
        return sight -> holds.apply(sight) ? Optional.empty() : Optional.of(what + " is " + otherwise);
    }

    private static <T> Expectation same(String what, T expected, Function<Sight, T> found) {
        return sight -> {
            T there = found.apply(sight);
            return there.equals(expected)
                    ? Optional.empty()
                    : Optional.of("%s %s instead of %s".formatted(what, there, expected));
        };
    }
}
