package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.look.Theme;
import vigil.ui.Consoles.Size;

/** With privacy on, nobody reads a name or a number from the corridor, on whatever view. */
@Tag("F8")
class PrivacyTest {
    /** Parts of the names, and the numbers, of the made-up patients of today and of the record. */
    private static final List<String> CANARIES =
            List.of("winter", "alex", "0412", "7785", "brien", "maria", "0398", "nguyen", "thi lan", "0377", "4410");

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    /** Each step has a turn of its own: what the record answers arrives in the next one. */
    private static ConsolePane opened() {
        ConsolePane console = Consoles.onFx(() -> Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL));
        show(console, View.HISTORY);
        show(console, View.SETUP);
        Consoles.onFx(() -> {
            ((ListView<?>) Objects.requireNonNull(console.lookup("#history-sessions")))
                    .getSelectionModel()
                    .select(0);
            ((TextInputControl) Objects.requireNonNull(console.lookup("#field-setup-patient-family-text")))
                    .setText("Winter");
            return console;
        });
        return console;
    }

    private static void show(ConsolePane console, View view) {
        for (int turn = 0; turn < 2; turn++) {
            Consoles.onFx(() -> {
                Consoles.show(console, view, Samples.alarming());
                return view;
            });
        }
    }

    private static List<String> read(ConsolePane console) {
        return Consoles.visible(console)
                .flatMap(PrivacyTest::texts)
                .filter(text -> CANARIES.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    private static Stream<String> texts(Node node) {
        Optional<String> written = switch (node) {
            case Labeled labeled -> Optional.ofNullable(labeled.getText());
            case TextInputControl input -> Optional.ofNullable(input.getText());
            case Text text -> Optional.ofNullable(text.getText());
            default -> Optional.empty();
        };
        return Stream.concat(written.stream(), Stream.ofNullable(node.getAccessibleText()));
    }

    @Test
    void noViewShowsANameOrANumber() {
        Map<View, List<String>> found = walked(true);

        assertThat(found)
                .allSatisfy((view, texts) -> assertThat(texts).as("%s", view).isEmpty());
    }

    /** The test above looks where names stand: without privacy it finds them. */
    @Test
    void withoutPrivacyTheNamesAreThere() {
        Map<View, List<String>> found = walked(false);

        int frame = found.getOrDefault(View.BEDSIDE, List.of()).size();
        assertThat(frame).isPositive();
        assertThat(found.get(View.HISTORY)).as("history").hasSizeGreaterThan(frame);
        assertThat(found.get(View.SETUP)).as("set-up").hasSizeGreaterThan(frame);
    }

    private static Map<View, List<String>> walked(boolean hidden) {
        ConsolePane console = opened();
        if (hidden) {
            Consoles.onFx(() -> {
                console.switchPrivacy();
                return console;
            });
        }
        Map<View, List<String>> found = new EnumMap<>(View.class);
        for (View view : View.values()) {
            show(console, view);
            found.put(view, Consoles.onFx(() -> read(console)));
        }
        return found;
    }

    @Test
    void whoThePatientIsCanBeEnteredAgainOncePrivacyIsOff() {
        ConsolePane console = opened();
        boolean there = Consoles.onFx(() -> {
            console.switchPrivacy();
            console.switchPrivacy();
            Consoles.show(console, View.SETUP, Samples.calm());
            return Objects.requireNonNull(console.lookup("#setup-covered")).isVisible();
        });

        assertThat(there).isFalse();
    }
}
