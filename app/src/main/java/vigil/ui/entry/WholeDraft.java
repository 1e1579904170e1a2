package vigil.ui.entry;

import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.Orientation;

/** A charted set as the draft that it would be made of, to be put right: {@code of(set).set()} is the set again. */
final class WholeDraft {
    private WholeDraft() {}

    static Draft of(ObservationSet set) {
        Draft draft = Draft.of(set).withNote(set.note());
        draft = draft.with(Item.NAUSEA, set.nausea().map(String::valueOf).orElse(""))
                .with(Item.SITE, set.site().map(String::valueOf).orElse(""))
                .with(
                        Item.CONSCIOUS,
                        set.vitals().consciousness().map(WholeDraft::sign).orElse(""))
                .with(Item.ORIENTED, set.orientation().map(WholeDraft::unknown).orElse(""));
        for (var item : set.sideEffects().entrySet()) {
            draft = draft.with(
                    Item.valueOf(item.getKey().name()), item.getValue().toString());
        }
        for (var item : set.dissociation().entrySet()) {
            draft = draft.with(Item.valueOf(item.getKey().name()), sign(item.getValue()));
        }
        for (Circumstance circumstance : set.circumstances()) {
            draft = draft.with(circumstance, true);
        }
        return draft;
    }

    private static String sign(Consciousness known) {
        return switch (known) {
            case ALERT -> "A";
            case NEW_CONFUSION -> "C";
            case VOICE -> "V";
            case PAIN -> "P";
            case UNRESPONSIVE -> "U";
        };
    }

    private static String sign(Answer answer) {
        return switch (answer) {
            case NO -> "N";
            case UNSURE -> "U";
            case YES -> "Y";
            case NOT_ASKED -> "X";
        };
    }

    private static String unknown(Orientation known) {
        String signs = (known.person() ? "" : "1") + (known.place() ? "" : "2") + (known.date() ? "" : "3");
        return signs.isEmpty() ? "0" : signs;
    }
}
