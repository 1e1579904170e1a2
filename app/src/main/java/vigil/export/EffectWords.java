package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.ObservationRow;

/** The side effects and the dissociation answers of a course, each at its worst, with the first time it was so. */
final class EffectWords {
    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;

    EffectWords(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    private record Worst(int level, String text, ObservationRow row) {}

    /** {@code S2 grade 2 (3 Mar 14:10), D4 Y (…)}; "none recorded" where nothing above 0 or N was charted. */
    String worst() {
        List<String> shown = shown();
        return shown.isEmpty() ? words.text("effects.none") : String.join(", ", shown);
    }

    List<String> shown() {
        Map<SideEffectItem, Worst> sideEffects = new TreeMap<>();
        Map<DissociationItem, Worst> dissociation = new TreeMap<>();
        for (ObservationRow row : record.observations()) {
            row.set()
                    .sideEffects()
                    .forEach((item, grade) ->
                            keep(sideEffects, item, new Worst(grade, words.text("observations.grade", grade), row)));
            row.set()
                    .dissociation()
                    .forEach((item, answer) -> level(answer)
                            .ifPresent(level ->
                                    keep(dissociation, item, new Worst(level, words.of("answer", answer), row))));
        }
        List<String> shown = new ArrayList<>();
        Stream.concat(sideEffects.entrySet().stream(), dissociation.entrySet().stream())
                .filter(entry -> entry.getValue().level() > 0)
                .forEach(entry ->
                        shown.add(entry.getKey() + " " + entry.getValue().text() + " ("
                                + time.dayAndTime(entry.getValue().row().at()) + ")"));
        return List.copyOf(shown);
    }

    private static <T> void keep(Map<T, Worst> worst, T item, Worst now) {
        worst.merge(item, now, (before, later) -> later.level() > before.level() ? later : before);
    }

    private static Optional<Integer> level(Answer answer) {
        return switch (answer) {
            case NO -> Optional.of(0);
            case UNSURE -> Optional.of(1);
            case YES -> Optional.of(2);
            case NOT_ASKED -> Optional.empty();
        };
    }
}
