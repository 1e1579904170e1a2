package vigil.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;

/**
 * The entries of a session that stand and could be marked as entered in error, oldest first, and those that were. Immutable.
 *
 * @param entries none that was marked so
 * @param marked in the order in which they were marked
 */
public record Standing(GrowingList<Entry> entries, GrowingList<Marked> marked) {
    public static final Standing NONE = new Standing(GrowingList.empty(), GrowingList.empty());

    /** One entry as it was made. */
    public record Entry(Stamp at, EntryKind kind, Event.ByPerson said) {}

    /** An entry that was made in error: when it was marked so, why and by whom. */
    public record Marked(Entry entry, Stamp at, String reason, Staff by) {}

    Standing with(Event.ByPerson said, Stamp at) {
        return EntryKind.of(said)
                .map(kind -> new Standing(entries.with(new Entry(at, kind, said)), marked))
                .orElse(this);
    }

    Standing without(Entry voided) {
        GrowingList<Entry> left = GrowingList.empty();
        for (Entry entry : entries) {
            left = entry.equals(voided) ? left : left.with(entry);
        }
        return new Standing(left, marked);
    }

    Standing marking(Entry voided, Event.EntryVoided event, Stamp at) {
        Marked mark = new Marked(voided, at, event.reason(), event.by());
        return new Standing(without(voided).entries, marked.with(mark));
    }

    /** The entry of that kind that was made at that time; of several the last. */
    public Optional<Entry> find(Instant entered, EntryKind kind) {
        return of(kind).stream()
                .filter(entry -> entry.at().at().utc().equals(entered))
                .reduce((_, later) -> later);
    }

    /** Those of one kind, oldest first. */
    public List<Entry> of(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
