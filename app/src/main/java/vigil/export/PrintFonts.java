package vigil.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The faces a print embeds, and which characters they can draw: Latin, Greek, Cyrillic, Arabic, Hebrew, Chinese, kana. A
 * character without a glyph becomes a visible marker such as {@code [U+0915]}: the layout engine would print "#", which
 * reads as something else. Thread-safe.
 */
final class PrintFonts {
    static final String SANS = "Plex Sans";
    static final String MONO = "Plex Mono";

    private static final String FOLDER = "/vigil/look/fonts/";
    private static final int PLANE = 0x10000;

    private static final List<Face> PLEX = List.of(
            new Face(SANS, 400, "IBMPlexSans-Regular.ttf"),
            new Face(SANS, 600, "IBMPlexSans-SemiBold.ttf"),
            new Face(SANS, 700, "IBMPlexSans-Bold.ttf"),
            new Face(MONO, 400, "IBMPlexMono-Regular.ttf"));
    private static final List<Face> ARABIC = List.of(
            new Face("Noto Sans Arabic", 400, "NotoSansArabic-Regular.ttf"),
            new Face("Noto Sans Arabic", 700, "NotoSansArabic-Bold.ttf"));
    private static final List<Face> HEBREW = List.of(
            new Face("Noto Sans Hebrew", 400, "NotoSansHebrew-Regular.ttf"),
            new Face("Noto Sans Hebrew", 700, "NotoSansHebrew-Bold.ttf"));
    /** One weight: a second one would make the program larger by as much again. */
    private static final List<Face> HAN = List.of(new Face("Noto Sans SC", 400, "NotoSansSC-Regular.ttf"));

    private final BitSet sans;
    private final BitSet mono;
    private final Script arabic = new Script(ARABIC);
    private final Script hebrew = new Script(HEBREW);
    private final Script han = new Script(HAN);

    /** Faces for the characters of one family of scripts, read when the first of them is met. */
    private static final class Script {
        private final List<Face> faces;
        private final Once<BitSet> glyphs;

        Script(List<Face> faces) {
            this.faces = faces;
            this.glyphs = new Once<>(() -> {
                try {
                    return PrintFonts.covered(faces);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        boolean draws(int character) {
            return glyphs.get().get(character);
        }
    }

    /**
     * One font file.
     *
     * @param weight as in CSS, 400 to 700
     */
    record Face(String family, int weight, String file) {
        /**
         * The file, to be closed by the caller.
         *
         * @throws UncheckedIOException if the file is missing from the program
         */
        InputStream open() {
            InputStream in = PrintFonts.class.getResourceAsStream(FOLDER + file);
            if (in == null) {
                throw new UncheckedIOException(
                        new IOException("font " + FOLDER + file + " is missing from the program; install it again"));
            }
            return in;
        }
    }

    private PrintFonts() throws IOException {
        this.sans = covered(of(SANS));
        this.mono = covered(of(MONO));
    }

    private static List<Face> of(String family) {
        return PLEX.stream().filter(face -> face.family().equals(family)).toList();
    }

    /**
     * The program's own faces.
     *
     * @throws IOException if a face cannot be read
     */
    static PrintFonts load() throws IOException {
        return new PrintFonts();
    }

    /** The faces that a text which has gone through {@link #sans} and {@link #mono} is drawn with. */
    List<Face> faces(String text) {
        List<Face> needed = new ArrayList<>(PLEX);
        text.codePoints()
                .filter(character -> !sans.get(character) && !mono.get(character))
                .mapToObj(this::script)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(script -> needed.addAll(script.faces));
        return needed;
    }

    private Optional<Script> script(int character) {
        return switch (UnicodeScript.of(character)) {
            case ARABIC -> Optional.of(arabic);
            case HEBREW -> Optional.of(hebrew);
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> Optional.of(han);
            case COMMON ->
                Stream.of(arabic, han).filter(script -> script.draws(character)).findFirst();
            default -> Optional.empty();
        };
    }

    /**
     * Text that the sans faces can draw, composed (NFC), with a marker for each character that they cannot; a stretch that
     * reads from right to left is set apart, so that it moves nothing beside it.
     */
    String sans(String text) {
        return RightToLeft.setApart(printable(text, this::isDrawnInSans));
    }

    private boolean isDrawnInSans(int character) {
        return sans.get(character)
                || (ArabicForms.isJoinedRight(character)
                        && script(character)
                                .filter(script -> script.draws(character))
                                .isPresent());
    }

    /** As {@link #sans}, for the fixed-width face. */
    String mono(String text) {
        return printable(text, mono::get);
    }

    private static String printable(String text, IntPredicate glyphs) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (Character.isWhitespace(character)) {
                out.append(' ');
            } else if (isDrawn(character, glyphs)) {
                out.appendCodePoint(character);
            } else {
                out.append("[U+").append(hex(character)).append(']');
            }
        });
        return out.toString();
    }

    private static String hex(int character) {
        String digits = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** Invisible characters could turn the reading order round; a mark left over after composing would stand wrong. */
    private static boolean isDrawn(int character, IntPredicate glyphs) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> glyphs.test(character);
        };
    }

    private static BitSet covered(List<Face> family) throws IOException {
        BitSet common = new BitSet();
        common.set(0, PLANE);
        for (Face face : family) {
            common.and(covered(face));
        }
        return common;
    }

    private static BitSet covered(Face face) throws IOException {
        BitSet glyphs = new BitSet();
        try (InputStream in = face.open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            for (int character = 0; character < PLANE; character++) {
                glyphs.set(character, lookup.getGlyphId(character) != 0);
            }
        }
        return glyphs;
    }
}
