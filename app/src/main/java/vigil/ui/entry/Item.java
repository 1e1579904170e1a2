package vigil.ui.entry;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a set of observations can answer (clinical rules, sections 8 and 9), in the order in which the keyboard goes
 * through it. An answer is a short text: a number, or one sign for each choice.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record of immutable parts, which the check cannot see through
public enum Item {
    SEDATION(Group.CORE, choice("0123")),
    RR(Group.CORE, number("0", "80", 0)),
    SPO2(Group.CORE, number("50", "100", 0)),
    O2(Group.CORE, number("0", "60", 1)),
    HR(Group.CORE, number("20", "300", 0)),
    SYSTOLIC(Group.CORE, number("20", "300", 0)),
    DIASTOLIC(Group.CORE, number("10", "200", 0)),
    PAIN_REST(Group.CORE, number("0", "10", 0)),
    PAIN_MOVING(Group.CORE, number("0", "10", 0)),
    NAUSEA(Group.CORE, choice("0123")),
    SITE(Group.CORE, choice("01234")),
    TEMPERATURE(Group.FURTHER, number("30.0", "43.0", 1)),
    RECALL(Group.FURTHER, number("0", "3", 0)),
    /** Alert, new confusion, answers voice, answers pain, unresponsive. */
    CONSCIOUS(Group.FURTHER, choice("ACVPU")),
    /** Person, place and date known: 0; else which of the three is not. */
    ORIENTED(Group.FURTHER, several("0123")),
    S1(Group.SIDE_EFFECTS, choice("0123")),
    S2(Group.SIDE_EFFECTS, choice("0123")),
    S3(Group.SIDE_EFFECTS, choice("0123")),
    S4(Group.SIDE_EFFECTS, choice("0123")),
    S5(Group.SIDE_EFFECTS, choice("0123")),
    S6(Group.SIDE_EFFECTS, choice("0123")),
    S7(Group.SIDE_EFFECTS, choice("0123")),
    S8(Group.SIDE_EFFECTS, choice("0123")),
    S9(Group.SIDE_EFFECTS, choice("0123")),
    S10(Group.SIDE_EFFECTS, choice("0123")),
    S11(Group.SIDE_EFFECTS, choice("0123")),
    S12(Group.SIDE_EFFECTS, choice("0123")),
    S13(Group.SIDE_EFFECTS, choice("0123")),
    S14(Group.SIDE_EFFECTS, choice("0123")),
    D1(Group.DISSOCIATION, choice("NUYX")),
    D2(Group.DISSOCIATION, choice("NUYX")),
    D3(Group.DISSOCIATION, choice("NUYX")),
    D4(Group.DISSOCIATION, choice("NUYX")),
    D5(Group.DISSOCIATION, choice("NUYX")),
    D6(Group.DISSOCIATION, choice("NUYX")),
    D7(Group.DISSOCIATION, choice("NUYX")),
    D8(Group.DISSOCIATION, choice("NUYX"));

    /** Which part of a set an item belongs to. */
    public enum Group {
        CORE,
        /** What a full set or the release row asks beside it. */
        FURTHER,
        SIDE_EFFECTS,
        DISSOCIATION
    }

    private enum Kind {
        NUMBER,
        CHOICE,
        SEVERAL
    }

    /** What may be answered: the signs of the choices, or a range with so many decimals. */
    private record Scale(Kind kind, String signs, BigDecimal low, BigDecimal high, int decimals) {}

    private final Group group;
    private final Scale scale;

    Item(Group group, Scale scale) {
        this.group = group;
        this.scale = scale;
    }

    private static Scale choice(String signs) {
        return new Scale(Kind.CHOICE, signs, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    private static Scale several(String signs) {
        return new Scale(Kind.SEVERAL, signs, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    private static Scale number(String low, String high, int decimals) {
        return new Scale(Kind.NUMBER, "", new BigDecimal(low), new BigDecimal(high), decimals);
    }

    public Group group() {
        return group;
    }

    /** The message key of its name. */
    public String nameKey() {
        boolean question = group == Group.SIDE_EFFECTS || group == Group.DISSOCIATION;
        return (question ? "item." : "entry.item.") + name();
    }

    public boolean isNumber() {
        return scale.kind() == Kind.NUMBER;
    }

    public boolean takesSeveral() {
        return scale.kind() == Kind.SEVERAL;
    }

    /** The signs that can be chosen, in order; none for a number. */
    public List<Character> signs() {
        return scale.signs().chars().mapToObj(sign -> (char) sign).toList();
    }

    /** The items of one part, in order. */
    static List<Item> of(Group group) {
        return Arrays.stream(values()).filter(item -> item.group == group).toList();
    }

    BigDecimal low() {
        return scale.low();
    }

    BigDecimal high() {
        return scale.high();
    }

    int decimals() {
        return scale.decimals();
    }

    /** What stands there after one more key; nothing when the key means nothing here. */
    Optional<String> after(String answer, char typed) {
        return isNumber() ? numberAfter(answer, typed) : sign(typed).map(sign -> chosen(answer, sign));
    }

    private Optional<String> numberAfter(String answer, char typed) {
        boolean point = typed == '.' || typed == ',';
        boolean digit = typed >= '0' && typed <= '9';
        boolean fits = point ? decimals() > 0 && !answer.contains(".") && !answer.isEmpty() : digit && hasRoom(answer);
        return fits ? Optional.of(answer + (point ? '.' : typed)) : Optional.empty();
    }

    private boolean hasRoom(String answer) {
        int point = answer.indexOf('.');
        int places = high().toBigInteger().toString().length();
        return point < 0 ? answer.length() < places : answer.length() - point <= decimals();
    }

    /** A choice is meant by its sign, or by a digit counting from 0. */
    private Optional<Character> sign(char typed) {
        char upper = Character.toUpperCase(typed);
        int index = typed - '0';
        boolean counts = index >= 0 && index < scale.signs().length();
        return scale.signs().indexOf(upper) >= 0
                ? Optional.of(upper)
                : counts ? Optional.of(scale.signs().charAt(index)) : Optional.empty();
    }

    /** What stands there after a choice; one of several is taken back by choosing it again. */
    String chosen(String answer, char sign) {
        if (!takesSeveral() || sign == '0' || answer.equals("0")) {
            return String.valueOf(sign);
        }
        String others = answer.replace(String.valueOf(sign), "");
        boolean takenBack = others.length() < answer.length();
        return takenBack
                ? others
                : (answer + sign)
                        .chars()
                        .sorted()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The choice beside the present one; the first or last where there is none yet. */
    Optional<String> beside(String answer, int step) {
        if (scale.kind() != Kind.CHOICE) {
            return Optional.empty();
        }
        int last = scale.signs().length() - 1;
        int from = answer.isEmpty() ? (step > 0 ? -1 : last + 1) : scale.signs().indexOf(answer);
        return Optional.of(String.valueOf(scale.signs().charAt(Math.clamp(from + step, 0, last))));
    }

    /** True when no further key could belong to this answer, so that the next field may have its turn. */
    boolean isWhole(String answer) {
        return switch (scale.kind()) {
            case CHOICE -> !answer.isEmpty();
            case SEVERAL -> answer.equals("0");
            case NUMBER -> isWholeNumber(answer);
        };
    }

    private boolean isWholeNumber(String answer) {
        if (answer.isEmpty()) {
            return false;
        }
        int point = answer.indexOf('.');
        if (point >= 0) {
            return answer.length() - point > decimals();
        }
        BigDecimal longer = new BigDecimal(answer + "0");
        boolean nothingLonger = longer.compareTo(high()) > 0 || longer.signum() == 0;
        return decimals() == 0 && nothingLonger;
    }

    /** The least of the choices, which "none of these" means. */
    String least() {
        return scale.signs().substring(0, 1);
    }
}
