package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.Window.ADMIN;
import static vigil.Window.RIGHT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.people.Answer;
import vigil.people.Pin;
import vigil.session.PeopleEvent;

class AdministratorRecoveryTest {
    private static final Pin LENT = new Pin("640917");

    @TempDir
    Path dir;

    private Optional<PeopleEvent> taken(Window window, String text) throws Exception {
        Files.writeString(dir.resolve(AdministratorRecovery.FILE), text);
        return new AdministratorRecovery(dir).taken(window.people(), window.now());
    }

    private static String reason(Optional<PeopleEvent> event) {
        return ((PeopleEvent.RecoveryRefused) event.orElseThrow()).reason();
    }

    @Test
    void withoutAFileNothingHappens() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(new AdministratorRecovery(dir).taken(window.people(), window.now()))
                    .isEmpty();
        }
    }

    @Test
    void anAdministratorGetsInWithThePinOfTheFileAndChoosesAnOwnOne() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.accept(taken(window, "user = Root1\npin = 640917\n").orElseThrow());
            assertThat(window.signsIn(ADMIN, RIGHT)).isInstanceOf(Answer.NotAccepted.class);
            assertThat(window.signsIn(ADMIN, LENT)).isEqualTo(new Answer.ChooseOwn());
            assertThat(window.signsIn(ADMIN, LENT, Optional.of(new Pin("778010"))))
                    .isEqualTo(new Answer.Accepted());
        }
    }

    @Test
    void theFileIsGoneBeforeItCounts() throws Exception {
        try (Window window = Window.ward(dir)) {
            taken(window, "user = root1\npin = 640917\n");
            assertThat(dir.resolve(AdministratorRecovery.FILE)).doesNotExist();
        }
    }

    @Test
    void aNurseIsNotRecovered() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(reason(taken(window, "user = ab12\npin = 640917\n")))
                    .isEqualTo("not an administrator of this console");
        }
    }

    @Test
    void whatCannotBeReadIsRefusedRecordedAndGone() throws Exception {
        try (Window window = Window.ward(dir)) {
            for (String text : new String[] {
                "", "user = root1", "pin = 640917", "user = root1\npin = 123456", "\\u00zz", "x".repeat(5_000)
            }) {
                assertThat(reason(taken(window, text))).isNotBlank().doesNotContain("640917");
                assertThat(dir.resolve(AdministratorRecovery.FILE)).doesNotExist();
            }
        }
    }
}
