package vigil.selftest;

import java.awt.DisplayMode;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether a window can be opened, and whether the largest screen has room for the console. */
public final class DisplayCheck implements Check {
    /** The least screen that the console is made for ({@code console-ui.md}). */
    private static final Size LEAST = new Size(1024, 600);

    private final Supplier<Optional<String>> missing;
    private final Supplier<List<Size>> screens;

    /** In pixels. */
    record Size(int width, int height) {
        boolean holds(Size other) {
            return width >= other.width && height >= other.height;
        }

        @Override
        public String toString() {
            return width + " x " + height;
        }
    }

    /** @param missing why no window can be opened, or nothing; asked first, because without a display AWT fails */
    public DisplayCheck(Supplier<Optional<String>> missing) {
        this(missing, DisplayCheck::attached);
    }

    DisplayCheck(Supplier<Optional<String>> missing, Supplier<List<Size>> screens) {
        this.missing = missing;
        this.screens = screens;
    }

    @Override
    public Finding look() {
        return missing.get().map(Finding::failed).orElseGet(this::measured);
    }

    private Finding measured() {
        Optional<Size> largest =
                screens.get().stream().max(Comparator.comparingInt(size -> size.width() * size.height()));
        return largest.map(DisplayCheck::judged)
                .orElseGet(() -> Finding.failed("no screen is attached to the display"));
    }

    private static Finding judged(Size size) {
        return size.holds(LEAST)
                ? Finding.ok(size + " pixels")
                : Finding.warning("%s pixels; the console needs %s".formatted(size, LEAST));
    }

    private static List<Size> attached() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices())
                .map(GraphicsDevice::getDisplayMode)
                .map((DisplayMode mode) -> new Size(mode.getWidth(), mode.getHeight()))
                .toList();
    }
}
