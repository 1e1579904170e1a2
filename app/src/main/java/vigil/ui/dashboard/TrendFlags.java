package vigil.ui.dashboard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot.Mark;
import vigil.session.Phase;
import vigil.ui.dashboard.TrendModel.Flag;
import vigil.ui.parts.Phrases;

/**
 * Turns the marks of a course into flags with words. What belongs together becomes one flag: a stop and the start after
 * it (a syringe change) read "stopped 10 min", a stretch in which nothing is known of the pump reads "no data 10 min", a start
 * and its rate read as the rate, and a change of rate names both rates.
 */
final class TrendFlags {
    private static final String PHASE = "trend.phase";
    private static final String SILENCE = "trend.silence";
    private static final String RATE = "trend.rate";
    /** Marks of one pump reading may come from two samples. */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    private final Phrases phrases;
    private final List<Flag> flags = new ArrayList<>();
    private Optional<String> rate = Optional.empty();
    private Optional<Standstill> standstill = Optional.empty();

    private record Standstill(Instant from, boolean isSilence) {}

    private TrendFlags(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Oldest first, from {@code from} on; {@code marks} are those of the whole course, oldest first. */
    static List<Flag> of(List<Mark> marks, Instant from, Phrases phrases) {
        TrendFlags flags = new TrendFlags(phrases);
        marks.forEach(flags::add);
        return flags.flags.stream().filter(flag -> !flag.at().isBefore(from)).toList();
    }

    private void add(Mark mark) {
        switch (mark.key()) {
            case RATE -> rate(mark);
            case PHASE -> phase(mark);
            case SILENCE -> stands(mark, true);
            default -> flags.add(new Flag(mark.at(), phrases.words().localised(mark.argument()), Flag.Weight.PHASE));
        }
    }

    private void rate(Mark mark) {
        String to = number(mark.argument());
        String words = rate.map(before -> phrases.text("trend.rate-change", before, to))
                .orElseGet(() -> phrases.text(RATE, to));
        rate = Optional.of(to);
        if (!flags.isEmpty() && flags.getLast().weight() == Flag.Weight.START && isTogether(flags.getLast(), mark)) {
            flags.removeLast();
        }
        flags.add(new Flag(mark.at(), words, Flag.Weight.RATE));
    }

    private void phase(Mark mark) {
        if (mark.argument().equals(Phase.READY.name())) {
            // Nothing has reached the patient yet; the start says what matters.
            return;
        }
        if (mark.argument().equals(Phase.INFUSING.name())) {
            start(mark);
            return;
        }
        if (mark.argument().equals(Phase.INTERRUPTED.name())) {
            stands(mark, false);
            return;
        }
        endSilence(mark);
        standstill = Optional.empty();
        flags.add(new Flag(mark.at(), phaseWord(mark), Flag.Weight.PHASE));
    }

    private void stands(Mark mark, boolean isSilence) {
        endSilence(mark);
        standstill = Optional.of(new Standstill(mark.at(), isSilence));
        flags.add(new Flag(mark.at(), isSilence ? phrases.text(SILENCE) : phaseWord(mark), Flag.Weight.STOP));
    }

    private void endSilence(Mark mark) {
        standstill.filter(Standstill::isSilence).ifPresent(it -> lasted(it, mark));
    }

    private void start(Mark mark) {
        if (standstill.isPresent()) {
            lasted(standstill.get(), mark);
            standstill = Optional.empty();
        } else if (flags.isEmpty() || !isTogether(flags.getLast(), mark)) {
            flags.add(new Flag(mark.at(), phaseWord(mark), Flag.Weight.START));
        }
    }

    private void lasted(Standstill it, Mark end) {
        String key = it.isSilence() ? "trend.silence-for" : "trend.stopped";
        replaceStop(it.from(), phrases.text(key, phrases.age(Duration.between(it.from(), end.at()))));
    }

    private void replaceStop(Instant at, String words) {
        flags.replaceAll(flag -> flag.weight() == Flag.Weight.STOP && flag.at().equals(at)
                ? new Flag(at, words, Flag.Weight.STOP)
                : flag);
    }

    private static boolean isTogether(Flag flag, Mark mark) {
        return Duration.between(flag.at(), mark.at()).compareTo(TOGETHER) <= 0;
    }

    private String phaseWord(Mark mark) {
        return phrases.words().find("phase." + mark.argument()).orElse(mark.argument());
    }

    private String number(String argument) {
        BigDecimal mlPerH = new BigDecimal(argument);
        return phrases.words().decimal(mlPerH, Math.max(2, mlPerH.scale()));
    }
}
