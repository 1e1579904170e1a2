package vigil.ui.cessation;

import vigil.ui.parts.Phrases;

/** What became of a signature or of an export, in words. */
record SignOffWords(SignOff.State state, Phrases phrases) {
    String words() {
        return switch (state) {
            case SignOff.State.Quiet() -> "";
            case SignOff.State.Working() -> phrases.text("hours.working");
            case SignOff.State.Signed(var meaning) -> phrases.text("hours.done." + meaning.name());
            case SignOff.State.Written(var file) -> phrases.text("hours.written", file.toString());
            case SignOff.State.AlreadyThere(var file) -> phrases.text("hours.there", file.toString());
            case SignOff.State.Refused(String reason) -> phrases.text("hours.refused", reason);
        };
    }
}
