package vigil.ward;

/** How it stands between this bedside and the ward's database: for one quiet line, never for an alarm. */
public sealed interface WardStatus {
    /** Nobody has asked for it. */
    record Off() implements WardStatus {}

    /** All that is on the disk here is committed there. */
    record Current() implements WardStatus {}

    /** The ward answers, and so many entries are still to go there. */
    record Behind(long entries) implements WardStatus {}

    /** Nothing goes there now; the record goes on here. */
    record Apart(WardException.Kind kind, String reason) implements WardStatus {}
}
