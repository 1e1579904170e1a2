package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F2")
class WatchdogTest {
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(window::add, told::add);

    private void windowAnswers() {
        while (!window.isEmpty()) {
            window.poll().run();
        }
    }

    @Test
    void readyIsToldOnceWindowAndSessionHaveAnswered() {
        watchdog.look();
        windowAnswers();
        watchdog.look();
        assertThat(told).isEmpty();
        watchdog.sessionStepped();
        watchdog.look();
        assertThat(told).containsExactly("READY=1");
    }

    @Test
    void eachFurtherTurnNeedsBothAnew() {
        for (int turn = 0; turn < 3; turn++) {
            watchdog.look();
            windowAnswers();
            watchdog.sessionStepped();
        }
        watchdog.look();
        assertThat(told).containsExactly("READY=1", "WATCHDOG=1", "WATCHDOG=1");
    }

    @Test
    void aWindowThatHangsIsNotToldAsWell() {
        for (int turn = 0; turn < 5; turn++) {
            watchdog.sessionStepped();
            watchdog.look();
        }
        assertThat(told).isEmpty();
        assertThat(window).hasSize(1);
    }

    @Test
    void aSessionThatHangsIsNotToldAsWell() {
        for (int turn = 0; turn < 5; turn++) {
            watchdog.look();
            windowAnswers();
        }
        assertThat(told).isEmpty();
    }
}
