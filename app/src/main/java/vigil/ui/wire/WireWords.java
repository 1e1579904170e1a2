package vigil.ui.wire;

import vigil.pump.LinkState;
import vigil.ui.parts.Phrases;

/**
 * The state of the way to the pump in ready words for the person who has to mend it.
 *
 * @param advice the reason as the port or the device gave it, and what to look at
 */
record WireWords(String state, String advice) {
    static WireWords of(LinkState state, Phrases phrases) {
        return switch (state) {
            case LinkState.Closed() -> words("closed", "", phrases);
            case LinkState.Connecting(String reason) -> words("connecting", reason, phrases);
            case LinkState.Unreachable(String reason) -> words("unreachable", reason, phrases);
            case LinkState.Silent() -> words("silent", "", phrases);
            case LinkState.Garbled() -> words("garbled", "", phrases);
            case LinkState.Refused(String reason) -> words("refused", reason, phrases);
            case LinkState.Live() -> words("live", "", phrases);
        };
    }

    private static WireWords words(String name, String reason, Phrases phrases) {
        String advice = phrases.words().find("wire.advice." + name).orElse("");
        String both = reason.isEmpty() ? advice : reason + (advice.isEmpty() ? "" : ". " + advice);
        return new WireWords(phrases.text("wire.state." + name), both);
    }
}
