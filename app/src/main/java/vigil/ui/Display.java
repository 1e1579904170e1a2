package vigil.ui;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a window can be opened here. Asked before the toolkit starts, because afterwards it is too late to go on
 * without a screen.
 */
public sealed interface Display {

    /** A window can be opened. */
    record Available() implements Display {}

    /** No window can be opened: why, in one line for people. */
    record Missing(String reason) implements Display {}

    /** Looks at this machine's environment and libraries. */
    static Display detect() {
        return detect(System.getProperty("os.name", ""), System.getenv(), Display::loadable);
    }

    /** {@code library} tells whether a native library can be loaded by its file name. */
    static Display detect(
            String system, Map<String, String> environment, java.util.function.Predicate<String> library) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return new Available();
        }
        boolean display = List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
        if (!display) {
            return new Missing("no display: neither DISPLAY nor WAYLAND_DISPLAY is set");
        }
        return library.test("libgtk-3.so.0")
                ? new Available()
                : new Missing("GTK 3 is not installed (Debian and Ubuntu: libgtk-3-0)");
    }

    // Loading stays for the life of the program: the toolkit needs the same library next, and GTK cannot be unloaded.
    @SuppressWarnings("restricted")
    private static boolean loadable(String library) {
        try {
            return SymbolLookup.libraryLookup(library, Arena.global())
                    .find("gtk_init_check")
                    .isPresent();
        } catch (IllegalArgumentException e) {
            // Thrown for a library that is not there, which is the question.
            return false;
        }
    }
}
