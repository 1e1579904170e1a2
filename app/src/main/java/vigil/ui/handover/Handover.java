package vigil.ui.handover;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.session.SignatureMeaning;
import vigil.ui.ConsoleActions;
import vigil.ui.history.Archive;
import vigil.ui.history.Archive.Answer;
import vigil.ui.history.ExportOrder;
import vigil.ui.history.ExportOrder.Format;
import vigil.ui.history.ExportOrder.Outcome;
import vigil.ui.print.PrintOut;
import vigil.ui.print.PrintQueues;

/**
 * A shift handover as it is being made at this console: the sheet as it would print now, the nurse's own lines, and the two
 * signatures, each bound to the page its signer has before him. Who signs is asked where every entry is, not here. Outlives
 * the view. Belongs to the JavaFX thread, on which the answers have to arrive as well.
 */
public final class Handover {
    /** As many lines as the sheet leaves for a nurse (records and handover, section 2). */
    static final int LINES = 3;

    private final ConsoleActions actions;
    private final Archive archive;
    private final PrintOut print;
    private final List<String> lines = new ArrayList<>(Collections.nCopies(LINES, ""));
    private Optional<SessionId> session = Optional.empty();
    private Sheet sheet = new Sheet.None();
    private boolean making;
    private boolean makeAgain;
    private boolean readBack;
    private Said said = Said.NOTHING;
    private Optional<ExportOrder> ordered = Optional.empty();
    private boolean mayReplace;
    private Runnable changed = () -> {};

    /** What there is of the sheet. */
    sealed interface Sheet {
        /** Not made yet, or no session is open. */
        record None() implements Sheet {}

        record Made(SheetPage page) implements Sheet {}

        record Refused(String reason) implements Sheet {}
    }

    /** A line for the person: a message key and its argument. */
    record Said(String key, String argument) {
        static final Said NOTHING = new Said("", "");
    }

    public Handover(ConsoleActions actions, PrintQueues queues) {
        this.actions = actions;
        this.archive = actions.archive();
        this.print = new PrintOut(archive, queues, this::printed);
    }

    /** {@code action} runs after every change; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
    }

    Sheet sheet() {
        return sheet;
    }

    boolean isMaking() {
        return making;
    }

    Said said() {
        return said;
    }

    String line(int index) {
        return lines.get(index);
    }

    boolean isReadBack() {
        return readBack;
    }

    /** A file of that name was there; a person can say that it may be written over. */
    boolean mayReplace() {
        return mayReplace;
    }

    /** The session that stands at the bedside; another one begins with an empty sheet. */
    void of(Optional<SessionId> open) {
        if (!open.equals(session)) {
            session = open;
            sheet = new Sheet.None();
            Collections.fill(lines, "");
            readBack = false;
            say(Said.NOTHING);
            make();
        }
    }

    /** Makes the sheet anew, with everything entered so far. */
    void make() {
        makeAgain = making;
        if (making || session.isEmpty()) {
            return;
        }
        making = true;
        SessionId asked = session.get();
        archive.begin(
                (contents, steps) -> contents.handover(asked),
                _ -> {},
                (Answer<SheetPage> answer) -> made(asked, answer));
        changed.run();
    }

    private void made(SessionId asked, Answer<SheetPage> answer) {
        making = false;
        if (session.filter(asked::equals).isPresent()) {
            sheet = switch (answer) {
                case Answer.Told<SheetPage>(var page) -> new Sheet.Made(page);
                case Answer.Refused<SheetPage>(var reason) -> new Sheet.Refused(reason);
                case Answer.GivenUp<SheetPage>() -> sheet;
            };
        }
        if (makeAgain) {
            make();
        }
        changed.run();
    }

    void type(int index, String text) {
        lines.set(index, text);
    }

    /** Puts the nurse's lines into the record, where the sheet takes them from. */
    void addLines() {
        for (int i = 0; i < LINES; i++) {
            String text = lines.get(i).strip();
            int index = i;
            if (!text.isEmpty()) {
                actions.enter((at, by) -> new Event.NoteAdded(at, text, by), refusal -> added(index, refusal));
            }
        }
    }

    private void added(int index, Optional<String> refusal) {
        if (refusal.isEmpty()) {
            lines.set(index, "");
            make();
        }
        say(refusal.map(reason -> new Said("handover.refused", reason)).orElse(new Said("handover.added", "")));
    }

    void readBack(boolean done) {
        readBack = done;
        changed.run();
    }

    /** Whether this signature can be given now: it is bound to a page, and the incoming nurse has read it back. */
    boolean canSign(SignatureMeaning meaning) {
        return sheet instanceof Sheet.Made && !making && (meaning != SignatureMeaning.TAKEN_OVER || readBack);
    }

    void sign(SignatureMeaning meaning) {
        if (canSign(meaning) && sheet instanceof Sheet.Made(var page)) {
            actions.enter(
                    (at, by) -> new Event.Signed(at, meaning, page.contentHash(), by),
                    refusal -> signed(meaning, refusal));
        }
    }

    private void signed(SignatureMeaning meaning, Optional<String> refusal) {
        if (refusal.isEmpty()) {
            readBack = false;
            make();
        }
        say(refusal.map(reason -> new Said("handover.refused", reason))
                .orElse(new Said("handover.signed." + meaning.name(), "")));
    }

    /** Writes the sheet into the folder of exports, and never over a file before a person has said so. */
    void write() {
        session.ifPresent(open -> archive.begin(
                (contents, steps) -> {
                    Path file = contents.suggestedFile(open, Format.HANDOVER);
                    return contents.export(new ExportOrder(open, Format.HANDOVER, file, false), steps);
                },
                _ -> {},
                (Answer<Outcome> answer) -> written(open, answer)));
    }

    /** A person has said that the file that is there may be written over. */
    void writeOver() {
        ordered.ifPresent(order -> archive.begin(
                (contents, steps) -> contents.export(order.replacing(), steps),
                _ -> {},
                (Answer<Outcome> answer) -> written(order.session(), answer)));
    }

    private void written(SessionId open, Answer<Outcome> answer) {
        mayReplace = false;
        switch (answer) {
            case Answer.Told<Outcome>(Outcome.Written(var file)) -> say(new Said("handover.written", file.toString()));
            case Answer.Told<Outcome>(Outcome.AlreadyThere(var file)) -> {
                mayReplace = true;
                ordered = Optional.of(new ExportOrder(open, Format.HANDOVER, file, false));
                say(new Said("handover.there", file.toString()));
            }
            case Answer.Refused<Outcome>(var reason) -> say(new Said("handover.refused", reason));
            case Answer.GivenUp<Outcome>() -> {}
        }
    }

    PrintOut print() {
        return print;
    }

    /** Prints the sheet as it stands now. */
    void printNow() {
        session.ifPresent(open -> print.begin(open, Format.HANDOVER));
    }

    /** Only the last thing that was done is told. */
    private void printed() {
        said = Said.NOTHING;
        changed.run();
    }

    private void say(Said line) {
        print.forget();
        said = line;
        changed.run();
    }
}
