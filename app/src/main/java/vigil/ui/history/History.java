package vigil.ui.history;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vigil.session.SessionId;
import vigil.ui.history.Archive.Answer;
import vigil.ui.history.ExportOrder.Format;
import vigil.ui.history.ExportOrder.Outcome;
import vigil.ui.print.PrintOut;
import vigil.ui.print.PrintQueues;

/**
 * History as it is being read at this console: the list and what is looked for in it, the chosen session, its export, the
 * check of the record, and the replay. Outlives the view. Belongs to the JavaFX thread, on which the answers of the archive
 * have to arrive as well.
 */
public final class History {
    private final Archive archive;
    private final Job<Outcome> export;
    private final PrintOut print;
    private final Job<Verified> check;
    private final Player player;
    private State state = new State.Asking();
    private String search = "";
    private Optional<SessionLine> chosen = Optional.empty();
    private Format format = Format.PDF;
    private String file = "";
    private Optional<ExportOrder> ordered = Optional.empty();
    private Runnable changed = () -> {};
    private Optional<List<SettingLine>> settingChanges = Optional.empty();
    private boolean settingsShown;

    /** What is known of the sessions. */
    public sealed interface State {
        record Asking() implements State {}

        /** {@code behind}: so many steps of the record are not in the list yet. */
        record Known(List<SessionLine> sessions, long behind) implements State {}

        record Refused(String reason) implements State {}
    }

    public History(Archive archive, PrintQueues queues) {
        this.archive = archive;
        print = new PrintOut(archive, queues, this::changed);
        export = new Job<>(archive, this::changed);
        check = new Job<>(archive, this::changed);
        player = new Player(archive, this::changed);
    }

    private void changed() {
        changed.run();
    }

    /** {@code action} runs after every change; there is one view at a time. */
    public void whenChanged(Runnable action) {
        changed = action;
    }

    public Player player() {
        return player;
    }

    State state() {
        return state;
    }

    Job<Outcome> export() {
        return export;
    }

    PrintOut print() {
        return print;
    }

    Job<Verified> check() {
        return check;
    }

    Optional<SessionLine> chosen() {
        return chosen;
    }

    Format format() {
        return format;
    }

    String file() {
        return file;
    }

    /** Asks for the list anew. */
    void ask() {
        archive.ask(contents -> new State.Known(contents.sessions(), contents.behind()), answer -> {
            state = switch (answer) {
                case Answer.Told<State.Known>(var known) -> known;
                case Answer.Refused<State.Known>(var reason) -> new State.Refused(reason);
                case Answer.GivenUp<State.Known>() -> state;
            };
            chosen = chosen.flatMap(it -> listed(it.id()));
            changed();
        });
    }

    /** The changes of settings instead of the sessions, or the sessions again. */
    void showSettings(boolean wanted) {
        settingsShown = wanted;
        if (wanted) {
            archive.ask(Contents::settingChanges, answer -> {
                switch (answer) {
                    case Answer.Told<List<SettingLine>>(var told) -> settingChanges = Optional.of(told);
                    case Answer.Refused<List<SettingLine>>(var reason) -> state = new State.Refused(reason);
                    case Answer.GivenUp<List<SettingLine>>() -> {}
                }
                changed();
            });
        }
        changed();
    }

    boolean settingsShown() {
        return settingsShown;
    }

    /** Newest first; empty while nobody has asked. */
    Optional<List<SettingLine>> settingChanges() {
        return settingChanges;
    }

    private Optional<SessionLine> listed(SessionId id) {
        return state instanceof State.Known(var sessions, long _)
                ? sessions.stream().filter(it -> it.id().equals(id)).findFirst()
                : Optional.empty();
    }

    /** The sessions in which every word of the search occurs: in the name, the MRN, the id or the day it was opened. */
    List<SessionLine> found() {
        List<String> words = List.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return state instanceof State.Known(var sessions, long _)
                ? sessions.stream()
                        .filter(session -> words.stream().allMatch(searchable(session)::contains))
                        .toList()
                : List.of();
    }

    private static String searchable(SessionLine session) {
        return String.join(
                        " ",
                        session.patient().familyName(),
                        session.patient().givenNames(),
                        session.patient().mrn(),
                        session.patient().mrn().replace(" ", ""),
                        session.id().value(),
                        session.openedAt().atZone(session.zone()).toLocalDate().toString())
                .toLowerCase(Locale.ROOT);
    }

    String searched() {
        return search;
    }

    void search(String text) {
        if (!text.equals(search)) {
            search = text;
            changed();
        }
    }

    void choose(SessionLine session) {
        if (chosen.filter(it -> it.id().equals(session.id())).isEmpty()) {
            chosen = Optional.of(session);
            // Only a course that has ended has a 4-hour record to print.
            format = session.t0().isPresent() ? Format.PDF : Format.CSV;
            suggest();
        }
    }

    void choose(Format wanted) {
        format = wanted;
        suggest();
    }

    private void suggest() {
        print.forget();
        export.forget();
        ordered = Optional.empty();
        chosen.ifPresent(session -> {
            Format wanted = format;
            archive.ask(contents -> contents.suggestedFile(session.id(), wanted), answer -> {
                if (answer instanceof Answer.Told<Path>(var path) && wanted == format) {
                    file = path.toString();
                    changed();
                }
            });
        });
        changed();
    }

    /** Another place for the export. */
    void typeFile(String text) {
        if (!text.equals(file)) {
            file = text;
            export.forget();
        }
    }

    /** Writes the record of the chosen session, unless there is a file of that name. */
    void exportNow() {
        order().ifPresent(this::begin);
    }

    private Optional<ExportOrder> order() {
        try {
            Path path = Path.of(file.strip());
            return chosen.filter(_ -> !file.isBlank())
                    .map(session -> new ExportOrder(session.id(), format, path, false));
        } catch (InvalidPathException e) {
            export.begin((contents, steps) -> {
                throw new IOException("'%s' is not the name of a file".formatted(file), e);
            });
            return Optional.empty();
        }
    }

    /** A person has said that the file that is there may be written over. */
    void writeOver() {
        ordered.map(ExportOrder::replacing).ifPresent(this::begin);
    }

    /** Makes the chosen document of the chosen session anew and prints it. */
    void printNow() {
        export.forget();
        chosen.filter(_ -> format.isPrinted()).ifPresent(session -> print.begin(session.id(), format));
    }

    private void begin(ExportOrder order) {
        print.forget();
        ordered = Optional.of(order);
        export.begin((contents, steps) -> contents.export(order, steps));
    }

    void checkNow() {
        check.begin(Contents::verify);
    }

    void replayChosen() {
        chosen.ifPresent(player::open);
    }
}
