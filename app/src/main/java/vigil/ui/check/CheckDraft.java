package vigil.ui.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.PumpCheck.Figures;
import vigil.session.PumpCheck.Item;
import vigil.session.PumpCheck.Occasion;
import vigil.session.Staff;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/**
 * A check as answered so far. Immutable.
 *
 * @param charted no wire reaches the pump: what is read off it is the source of dose and totals
 */
record CheckDraft(Answers answers, boolean charted) {

    /** What is missing, or cannot be read, of what the check cannot do without; in the order of the fields. */
    List<Question<?>> lacking() {
        List<Question<?>> lacking = new ArrayList<>();
        for (Question<?> question : needed()) {
            if (answers.value(question).isEmpty()) {
                lacking.add(question);
            }
        }
        for (Question<?> question : all()) {
            if (!answers.isSound(question) && !lacking.contains(question)) {
                lacking.add(question);
            }
        }
        return lacking;
    }

    private List<Question<?>> needed() {
        List<Question<?>> needed = new ArrayList<>(List.of(CheckAsks.OCCASION));
        if (charted || isAnyFigureGiven()) {
            needed.addAll(List.of(CheckAsks.STATE, CheckAsks.RATE, CheckAsks.INFUSED));
        }
        if (isByTwo()) {
            needed.addAll(List.of(CheckAsks.SECOND_ID, CheckAsks.SECOND_NAME));
        }
        return needed;
    }

    private static List<Question<?>> all() {
        return List.of(
                CheckAsks.RATE,
                CheckAsks.INFUSED,
                CheckAsks.LEFT,
                CheckAsks.BATTERY,
                CheckAsks.SYRINGE,
                CheckAsks.CHANGE_DUE,
                CheckAsks.KEY,
                CheckAsks.NOTE,
                CheckAsks.SECOND_ID,
                CheckAsks.SECOND_NAME);
    }

    private boolean isAnyFigureGiven() {
        return !answers.text(CheckAsks.STATE).isEmpty()
                || !answers.text(CheckAsks.RATE).isEmpty()
                || !answers.text(CheckAsks.INFUSED).isEmpty();
    }

    /** True when this occasion needs a second person. */
    boolean isByTwo() {
        return occasion().map(Occasion::isByTwo).orElse(false);
    }

    private Optional<Occasion> occasion() {
        return answers.value(CheckAsks.OCCASION).map(Occasion::valueOf);
    }

    Set<Item> confirmed() {
        Set<Item> items = EnumSet.noneOf(Item.class);
        answers.value(CheckAsks.ITEMS).orElse(Set.of()).stream()
                .map(Item::valueOf)
                .forEach(items::add);
        return items;
    }

    /** The check as an entry; nothing while something is lacking. */
    Optional<Entry> entry(Instant now, ZoneId zone) {
        return lacking().isEmpty() ? occasion().map(it -> entry(check(it, now, zone))) : Optional.empty();
    }

    private Entry entry(PumpCheck check) {
        Optional<Staff> second = second();
        return (at, by) -> new Event.PumpChecked(at, check, by, second);
    }

    private Optional<Staff> second() {
        return answers.value(CheckAsks.SECOND_ID)
                .flatMap(id -> answers.value(CheckAsks.SECOND_NAME).map(name -> new Staff(id, name, Staff.Role.NURSE)));
    }

    private PumpCheck check(Occasion occasion, Instant now, ZoneId zone) {
        return new PumpCheck(
                occasion,
                confirmed(),
                figures(),
                new PumpCheck.Syringe(
                        answers.value(CheckAsks.SYRINGE).orElse(""),
                        answers.value(CheckAsks.CHANGE_DUE).map(time -> next(time, now, zone))),
                answers.value(CheckAsks.KEY).orElse(""),
                answers.value(CheckAsks.NOTE).orElse(""));
    }

    /** A time that has passed today is tomorrow's. */
    private static Instant next(LocalTime time, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant thatDay = today.atTime(time).atZone(zone).toInstant();
        return thatDay.isBefore(now)
                ? today.plusDays(1).atTime(time).atZone(zone).toInstant()
                : thatDay;
    }

    private Optional<Figures> figures() {
        return answers.value(CheckAsks.STATE)
                .flatMap(state -> answers.value(CheckAsks.RATE)
                        .flatMap(rate -> answers.value(CheckAsks.INFUSED)
                                .map(infused -> new Figures(
                                        state.equals(CheckAsks.RUNS),
                                        new FlowRate(rate),
                                        new Volume(infused),
                                        answers.value(CheckAsks.LEFT).map(Volume::new),
                                        answers.value(CheckAsks.BATTERY).map(BigDecimal::intValueExact)))));
    }
}
