package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.session.SessionId;
import vigil.ui.history.Archive.Answer;
import vigil.ui.history.Archive.Errand;
import vigil.ui.history.Archive.Progress;
import vigil.ui.history.Contents;
import vigil.ui.history.ExportOrder;
import vigil.ui.history.ExportOrder.Format;
import vigil.ui.history.ExportOrder.Outcome;
import vigil.ui.history.SessionLine;

/** What the views are told of the record, and that nobody waits for it. */
class ClerkTest {
    private static final SessionId ID = new SessionId("s-test1");

    @TempDir
    Path dir;

    private final Queue<Runnable> questions = new ArrayDeque<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<Answer<?>> answers = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private Duration clock = Duration.ZERO;
    private final Clerk clerk = new Clerk(questions::add, work::add, () -> Openings.after(clock));
    private Bedside bedside;

    @BeforeEach
    void open() throws IOException {
        bedside = Bedside.open(dir);
        Openings.opened(ID.value())
                .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
        bedside.settle(Openings.after(Duration.ZERO));
    }

    @AfterEach
    void close() throws IOException {
        bedside.close();
    }

    private Clerk opened() {
        clerk.opened(bedside.contents(() -> Openings.after(Duration.ofSeconds(1))));
        return clerk;
    }

    @Test
    void nobodyWaitsForAnAnswer() {
        opened().ask(Contents::sessions, answers::add);
        assertThat(answers).isEmpty();
        questions.remove().run();
        assertThat(answers).singleElement().satisfies(answer -> {
            Answer.Told<?> told = (Answer.Told<?>) answer;
            assertThat((List<?>) told.value())
                    .singleElement()
                    .satisfies(line -> assertThat(((SessionLine) line).id()).isEqualTo(ID));
        });
    }

    @Test
    void beforeTheRecordIsOpenAQuestionIsRefusedInOneLine() {
        clerk.ask(Contents::sessions, answers::add);
        questions.remove().run();
        assertThat(answers).singleElement().isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aQuestionThatFailsIsAnsweredAllTheSame() {
        opened().ask(
                        contents -> {
                            throw new IllegalStateException("no such column\nand more");
                        },
                        answers::add);
        questions.remove().run();
        assertThat(answers).isEqualTo(List.of(new Answer.Refused<>("this cannot be told: no such column")));
    }

    @Test
    void whatCannotBeTakenOnIsRefusedAtOnce() {
        Clerk full = new Clerk(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                work::add,
                () -> Openings.after(clock));
        full.ask(Contents::behind, answers::add);
        assertThat(answers).singleElement().isInstanceOf(Answer.Refused.class);
    }

    @Test
    void longWorkWaitsBehindNoQuestion() {
        opened().begin((contents, steps) -> contents.behind(), progress::add, answers::add);
        assertThat(questions).isEmpty();
        work.remove().run();
        assertThat(answers).isEqualTo(List.of(new Answer.Told<>(0L)));
    }

    @Test
    void progressIsToldTenTimesASecondAtMost() {
        opened().begin(
                        (contents, steps) -> {
                            for (int i = 0; i < 1_000; i++) {
                                clock = Duration.ofMillis(i);
                                steps.reached(i, 1_000);
                            }
                            return "done";
                        },
                        progress::add,
                        answers::add);
        work.remove().run();
        assertThat(progress).hasSize(10).first().isEqualTo(new Progress(0, 1_000));
    }

    @Test
    void anExportIsWrittenWhole() throws IOException {
        Path file = dir.resolve("record.csv");
        export(new ExportOrder(ID, Format.CSV, file, false));
        assertThat(answers).isEqualTo(List.of(new Answer.Told<>(new Outcome.Written(file.toAbsolutePath()))));
        assertThat(Files.size(file)).isPositive();
    }

    private Errand export(ExportOrder order) {
        Errand errand = opened().begin((contents, steps) -> contents.export(order, steps), progress::add, answers::add);
        work.remove().run();
        return errand;
    }

    @Test
    void aFileThatIsThereIsLeftAsItIsUntilAPersonSaysOtherwise() throws IOException {
        Path file = Files.writeString(dir.resolve("record.csv"), "of somebody else");
        ExportOrder order = new ExportOrder(ID, Format.CSV, file, false);
        export(order);
        assertThat(answers).isEqualTo(List.of(new Answer.Told<>(new Outcome.AlreadyThere(file.toAbsolutePath()))));
        assertThat(file).hasContent("of somebody else");

        export(order.replacing());
        assertThat(answers.getLast()).isEqualTo(new Answer.Told<>(new Outcome.Written(file.toAbsolutePath())));
        assertThat(Files.readString(file)).doesNotContain("of somebody else");
    }

    @Test
    void anExportThatIsGivenUpLeavesNothingBehind() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("out"));
        ExportOrder order = new ExportOrder(ID, Format.CSV, folder.resolve("record.csv"), false);
        Errand errand = opened().begin(
                        (contents, steps) -> contents.export(order, (done, of) -> {
                            if (done > 0) {
                                steps.reached(done, of);
                            }
                        }),
                        progress::add,
                        answers::add);
        errand.giveUp();
        work.remove().run();
        assertThat(answers).isEqualTo(List.of(new Answer.GivenUp<>()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void thereIsNoPrintOfFourHoursBeforeTheCessation() {
        export(new ExportOrder(ID, Format.PDF, dir.resolve("record.pdf"), false));
        assertThat(answers)
                .singleElement()
                .satisfies(answer ->
                        assertThat(((Answer.Refused<?>) answer).reason()).contains("no cessation yet"));
    }

    @Test
    void theFolderOfExportsIsMadeWhenItIsNeeded() throws IOException {
        Path suggested = bedside.contents(() -> Openings.after(Duration.ZERO)).suggestedFile(ID, Format.FHIR);
        assertThat(suggested).hasFileName("s-test1.fhir.json");
        export(new ExportOrder(ID, Format.FHIR, suggested, false));
        assertThat(suggested).isRegularFile();
    }
}
