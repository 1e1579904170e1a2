package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.look.Theme;
import vigil.ui.wire.Hl7Sight;

/** How it stands with the HL7 receiver: a quiet line in the foot, the rest where the lines are looked after. */
class Hl7OnScreenTest {
    private static final Instant SINCE = Samples.NOW.minusSeconds(600);
    private static final String LONG =
            "AR the receiver does not know Winter, Alex. " + "Look up the interface. ".repeat(40);
    static final Hl7Sight WAITING = new Hl7Sight(
            12,
            Optional.of(SINCE),
            Optional.of(SINCE.minusSeconds(60)),
            Optional.of("emr: connection refused"),
            2,
            Optional.of(LONG));

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    private static ConsolePane opened(Locale language, Consoles.Size size) {
        ConsolePane console = Consoles.onFx(() -> Consoles.open(Theme.DARK, language, size));
        Consoles.onFx(() -> {
            Consoles.show(console, View.LINE, Samples.calm());
            return console;
        });
        return console;
    }

    private static String after(ConsolePane console, Hl7Sight sight, String id) {
        return Consoles.onFx(() -> {
            console.show(sight);
            Consoles.show(console, View.LINE, Samples.calm());
            return text(console, id);
        });
    }

    private static String text(ConsolePane console, String id) {
        return ((Label) Objects.requireNonNull(console.lookup(id))).getText();
    }

    @Test
    void aConsoleWithoutAReceiverSaysNothing() {
        ConsolePane console = opened(Locale.ENGLISH, Consoles.Size.NORMAL);
        assertThat(Consoles.onFx(() -> Consoles.visible(console)
                        .anyMatch(node -> "hl7".equals(node.getId()) || "hl7-receiver".equals(node.getId()))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en, 'HL7: 12 waiting since '", "de, 'HL7: 12 warten seit '"})
    void theFootSaysHowManyWaitAndSinceWhen(String language, String words) {
        ConsolePane console = opened(Locale.of(language), Consoles.Size.SMALL);
        assertThat(after(console, WAITING, "#hl7")).startsWith(words).matches(".* \\d\\d:\\d\\d");
        assertThat(after(console, WAITING.through(), "#hl7"))
                .startsWith("HL7: ")
                .doesNotContain("12");
    }

    @Test
    void theLineViewSaysWhyTheyWaitAndWhatWasRefusedCutToWhatCanBeRead() {
        ConsolePane console = opened(Locale.ENGLISH, Consoles.Size.NORMAL);
        String said = after(console, WAITING, "#hl7-receiver");
        assertThat(said)
                .contains("Last answer ", "emr: connection refused.", "Messages refused: 2; \"vigil hl7\" lists them.")
                .contains("AR the receiver does not know Winter, Alex.")
                .endsWith("…")
                .hasSizeLessThan(600);
    }

    /** The receiver's own words may name the patient. */
    @Test
    void withPrivacyOnTheWordsOfARefusalAreHidden() {
        ConsolePane console = opened(Locale.ENGLISH, Consoles.Size.NORMAL);
        Consoles.onFx(() -> {
            console.show(WAITING);
            console.switchPrivacy();
            return console;
        });
        String hidden = Consoles.onFx(() -> text(console, "#hl7-receiver"));
        assertThat(hidden).contains("Its words are hidden.").doesNotContain("Winter");
        Consoles.onFx(() -> {
            console.switchPrivacy();
            return console;
        });
        assertThat(Consoles.onFx(() -> text(console, "#hl7-receiver"))).contains("Winter");
    }
}
