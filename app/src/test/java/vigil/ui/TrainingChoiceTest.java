package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Training;

/** The page of the settings from which training begins. */
class TrainingChoiceTest {
    private final List<Training.Order> begun = new ArrayList<>();
    private ConsolePane console;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    private final class Courses implements Training {
        @Override
        public List<String> scenarios() {
            return List.of("bolus", "dissociation");
        }

        @Override
        public Optional<Order> running() {
            return Optional.empty();
        }

        @Override
        public void begin(Order order) {
            begun.add(order);
        }

        @Override
        public void end() {
            throw new AssertionError("nothing runs");
        }
    }

    @BeforeEach
    void open() {
        console = opened(new Courses());
    }

    private static ConsolePane opened(Training training) {
        return Consoles.onFx(() -> {
            Appearance look = Appearance.of(Appearance.ENGLISH, Theme.DARK);
            ConsolePane pane = new ConsolePane(
                    Words.of(Appearance.ENGLISH),
                    new ConsoleSettings(look, _ -> {}, training),
                    new ViewsGallery.Foreseeing());
            Scene scene = new Scene(pane, 1_280, 800);
            pane.show(Samples.calm());
            pane.select(View.LINE);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return pane;
        });
    }

    private <T> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(console.lookup("#" + id), id));
    }

    @SuppressWarnings("unchecked")
    private void choose(String course, String speed) {
        Consoles.onFx(() -> {
            ((ComboBox<String>) node("field-training-scenario-input", ComboBox.class)).setValue(course);
            node("field-training-speed-input-text", TextField.class).setText(speed);
            return console;
        });
    }

    private ButtonBase begin() {
        return node("training-begin", ButtonBase.class);
    }

    private void show(boolean simulated) {
        Samples.Builder builder = new Samples.Builder();
        builder.simulated = simulated;
        Consoles.onFx(() -> {
            console.show(builder.build());
            return console;
        });
    }

    @Test
    void anyCourseIsPlayedAtAnySpeed() {
        choose("dissociation", "3600");
        Consoles.onFx(() -> {
            begin().fire();
            return console;
        });

        assertThat(begun).containsExactly(new Training.Order("dissociation", 3_600));
    }

    @Test
    void aSpeedOutsideItsLimitsBeginsNothing() {
        choose("dissociation", "3601");

        assertThat(begin().isDisabled()).isTrue();
    }

    @Test
    void whileASessionOfAPatientIsOpenTrainingIsNotOfferedAndThePageSaysWhy() {
        choose("dissociation", "60");
        show(false);

        assertThat(begin().isDisabled()).isTrue();
        assertThat(node("training-said", Label.class).getText())
                .isEqualTo(Words.of(Appearance.ENGLISH).text("training.not-now"));
    }

    @Test
    void whereThereAreNoCoursesThereIsNoPage() {
        console = opened(Training.NONE);

        assertThat(console.lookup("#settings-training")).isNull();
    }
}
