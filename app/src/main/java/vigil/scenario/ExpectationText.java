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
import vigil.pump.Moment;
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
 *   <li>{@code first R17}: this stands before all others; {@code sound R12}, {@code no sound}: what is heard now
 *   <li>{@code dose 0.100} as displayed, {@code no dose}
 *   <li>{@code mg 329 within 0.1}, {@code at least}, {@code exact}: the cumulative mass and whether it is a lower bound
 *   <li>{@code mgkg 0.2 within 0.001}: the same by weight
 *   <li>{@code gate open}, {@code gate shut}
 *   <li>{@code t0 15:00}, {@code no t0}, {@code clock 03:30}: the ward's wall clock at t0 and now
 *   <li>{@code voided 1}, {@code segments 2}, {@code overdue 3}, {@code due 1}: items of the day
 * </ul>
 */
final class ExpectationText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String NONE = "none";
    private static final int MG_PER_KG_DECIMALS = 4;

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
            case "sound" -> sound(words.take("a rule or a condition"));
            case "no" -> absent();
            case "dose" -> dose(words.take("mg/kg/h"));
            case "mg" ->
                figure("mg", session -> session.dosage().totals().course().mg());
            case "mgkg" ->
                figure(
                        "mg/kg",
                        session -> session.dosage().mgPerKg(MG_PER_KG_DECIMALS).orElse(BigDecimal.ZERO));
            case "at" -> lowerBound();
            case "exact" -> is("the total", "at least", sight -> !isLowerBound(sight));
            case "gate" -> gate(words.take("open or shut"));
            case "t0" -> same("t0", clock(), this::t0);
            case "clock" -> same("clock", clock(), sight -> wallClock(sight.now()));
            case "voided" ->
                count("voided records", session -> session.progress().voided().size());
            case "segments" ->
                count("segments", session -> session.dosage().segments().all().size());
            case "due" -> count("items of the day", ExpectationText::ofTheDay);
            case "overdue" -> count("overdue", ExpectationText::overdue);
            default ->
                throw words.unknown(
                        what, "phase, prompt, first, sound, no, dose, mg, mgkg, at, exact, gate, t0, clock or a count");
        };
    }

    private static int ofTheDay(Session session) {
        return session.progress()
                .course()
                .startedAt()
                .map(start -> session.care()
                        .daily()
                        .due(start, session.elapsed(), session.settings())
                        .size())
                .orElse(0);
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

    private static Expectation sound(String wanted) {
        return sight -> sight.attention()
                        .sounding()
                        .filter(it -> names(it).anyMatch(wanted::equals))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("%s does not sound but %s".formatted(wanted, sound(sight)));
    }

    private static String sound(Sight sight) {
        return sight.attention().sounding().map(AlarmCondition::key).orElse(NONE);
    }

    private Expectation absent() {
        String what = words.take("prompt, sound, dose or t0");
        return switch (what) {
            case "prompt" -> noPrompt(words.take("a rule or a condition"));
            case "sound" -> same("sound", NONE, ExpectationText::sound);
            case "dose" -> same("dose", NONE, ExpectationText::dose);
            case "t0" -> same("t0", NONE, this::t0);
            default -> throw words.unknown(what, "prompt, sound, dose or t0");
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
                .orElse(NONE);
    }

    private Expectation figure(String unit, Function<Session, BigDecimal> figure) {
        BigDecimal expected = new BigDecimal(words.take(unit));
        words.expect("within");
        BigDecimal tolerance = new BigDecimal(words.take(unit));
        return sight -> {
            BigDecimal found = figure.apply(sight.session());
            return found.subtract(expected).abs().compareTo(tolerance) <= 0
                    ? Optional.empty()
                    : Optional.of("%s %s instead of %s".formatted(found.toPlainString(), unit, expected));
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

    private String clock() {
        return CLOCK.format(LocalTime.parse(words.take("HH:MM")));
    }

    private String t0(Sight sight) {
        return sight.session()
                .progress()
                .cessation()
                .flatMap(Cessation::t0)
                .map(t0 -> wallClock(t0.at()))
                .orElse(NONE);
    }

    private String wallClock(Moment at) {
        return CLOCK.format(at.utc().atZone(zone));
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
