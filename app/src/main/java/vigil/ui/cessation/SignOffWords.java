package vigil.ui.cessation;

import vigil.ui.parts.Phrases;
import vigil.ui.print.PrintedWords;

/** What became of a signature, an export or a print, in words. */
record SignOffWords(SignOff signOff, Phrases phrases) {
    String words() {
        return switch (signOff.state()) {
            case SignOff.State.Quiet() -> new PrintedWords(signOff.print(), phrases).words();
            case SignOff.State.Working() -> phrases.text("hours.working");
            case SignOff.State.Signed(var meaning) -> phrases.text("hours.done." + meaning.name());
            case SignOff.State.Written(var file) -> phrases.text("hours.written", file.toString());
            case SignOff.State.AlreadyThere(var file) -> phrases.text("hours.there", file.toString());
            case SignOff.State.Refused(String reason) -> phrases.text("hours.refused", reason);
        };
    }
}
