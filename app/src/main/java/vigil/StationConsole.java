package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.sound.Loudspeaker;
import vigil.ui.ConsoleToolkit;
import vigil.ui.FxBridge;
import vigil.ui.history.Archive;
import vigil.ui.station.Opened;
import vigil.ui.station.StationActions;
import vigil.ward.WardAddress;

/** The station of a ward, until its window is closed. Reads only; whatever it does, no bedside notices. */
public final class StationConsole {
    private final Wiring wiring;
    private final Order order;
    private final AtomicReference<Optional<RoomFollower>> followed = new AtomicReference<>(Optional.empty());
    private final StationSound sound = new StationSound();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StationLoop loop;
    private volatile Consumer<vigil.ui.station.StationSight> screen = _ -> {};

    /**
     * What to show, and how.
     *
     * @param prints where shift overviews go
     */
    public record Order(WardAddress ward, Locale locale, Theme theme, Path prints) {}

    public StationConsole(Wiring wiring, Order order) {
        this.wiring = wiring;
        this.order = order;
        loop = new StationLoop(order.ward(), wiring.ticker(), this::opened, sight -> screen.accept(sight));
    }

    private Optional<Opened> opened() {
        return followed.get().map(RoomFollower::seen);
    }

    /** Opens the window; returns when it is closed or the program is told to end. */
    public void run() throws IOException {
        Words words = Words.of(order.locale());
        ConsoleToolkit toolkit = ConsoleToolkit.ofStation(words, order.theme(), new Actions(words));
        wiring.start("window", toolkit.starting());
        FxBridge bridge = toolkit.open();
        Loudspeaker loudspeaker = Loudspeaker.ofThisMachine(wiring.ticker());
        wiring.start("sound", loudspeaker);
        screen = sight -> {
            bridge.publish(sight);
            loudspeaker.show(sound.wanted(sight, wiring.ticker().get()));
        };
        wiring.start("station", loop);
        wiring.start("beat", new Beat(bridge, () -> {}));
        toolkit.whenClosed(closed::countDown);
        wiring.atEnd(closed::countDown);
        await();
        loop.stop();
        loudspeaker.stop();
    }

    private void await() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the station was broken off", e);
        }
    }

    private final class Actions implements StationActions {
        private final Words words;

        private Actions(Words words) {
            this.words = words;
        }

        @Override
        public void open(String room) {
            RoomFollower follower = new RoomFollower(order.ward(), room, wiring.ticker());
            followed.getAndSet(Optional.of(follower)).ifPresent(RoomFollower::stop);
            wiring.start("room", follower);
        }

        @Override
        public Archive past(String room) {
            Clerk clerk = wiring.clerk();
            clerk.opened(new RoomContents(order.ward(), room));
            return clerk;
        }

        @Override
        public void leave() {
            followed.getAndSet(Optional.empty()).ifPresent(RoomFollower::stop);
        }

        @Override
        public void pauseSound() {
            sound.pause(wiring.ticker().get());
        }

        @Override
        public void print(Consumer<String> answer) {
            wiring.start("print", () -> {
                String line = new ShiftPrint(words, order.prints()).write(loop.latest());
                FxBridge.onFxThread(() -> answer.accept(line));
            });
        }
    }
}
