package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import vigil.engine.Snapshot;
import vigil.ui.wire.WireSight;

class FxBridgeTest {
    private final Queue<Runnable> fxThread = new ArrayDeque<>();
    private final List<Snapshot> shown = new ArrayList<>();
    private final List<WireSight> seen = new ArrayList<>();
    private final List<Integer> beaten = new ArrayList<>();
    private final FxBridge bridge = new FxBridge(
            new FxBridge.Screen() {
                @Override
                public void show(Snapshot snapshot) {
                    shown.add(snapshot);
                }

                @Override
                public void show(WireSight sight) {
                    seen.add(sight);
                }

                @Override
                public void beat(int beats) {
                    beaten.add(beats);
                }
            },
            fxThread::add);

    @Test
    void aHundredThousandPublishesLeaveOneTaskPendingAndTheLatestWins() {
        Snapshot first = Samples.calm();
        Snapshot last = Samples.alarming();
        for (int i = 0; i < 99_999; i++) {
            bridge.publish(first);
        }
        bridge.publish(last);
        assertThat(fxThread).hasSize(1);
        fxThread.remove().run();
        assertThat(shown).containsExactly(last);
    }

    @Test
    void ofTheWireOnlyTheLatestIsShown() {
        WireSight last = WireSamples.sight(2);
        bridge.publish(WireSamples.sight(1));
        bridge.publish(last);
        assertThat(fxThread).hasSize(1);
        fxThread.remove().run();
        assertThat(seen).containsExactly(last);
    }

    @Test
    void beatsAreCountedNotQueued() {
        for (int i = 0; i < 12; i++) {
            bridge.beat();
        }
        assertThat(fxThread).hasSize(1);
        fxThread.remove().run();
        assertThat(beaten).containsExactly(12);
        assertThat(shown).isEmpty();
    }

    @Test
    void whatArrivesAfterDeliveryAsksForItsOwnHop() {
        bridge.publish(Samples.calm());
        fxThread.remove().run();
        bridge.publish(Samples.stale());
        assertThat(fxThread).hasSize(1);
    }
}
