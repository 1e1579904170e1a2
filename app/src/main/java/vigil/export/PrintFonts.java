package vigil.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The faces a print embeds, and which characters they can draw. A character without a glyph becomes a visible marker
 * such as {@code [U+4E2D]}: the layout engine would print "#", which reads as something else. Immutable.
 */
final class PrintFonts {
    static final String SANS = "Plex Sans";
    static final String MONO = "Plex Mono";

    private static final String FOLDER = "/vigil/look/fonts/";
    private static final int PLANE = 0x10000;

    private final List<Face> faces;
    private final BitSet sans;
    private final BitSet mono;

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

    private PrintFonts(List<Face> faces) throws IOException {
        this.faces = faces;
        this.sans = covered(SANS);
        this.mono = covered(MONO);
    }

    /**
     * The program's own faces.
     *
     * @throws IOException if a face cannot be read
     */
    static PrintFonts load() throws IOException {
        return new PrintFonts(List.of(
                new Face(SANS, 400, "IBMPlexSans-Regular.ttf"),
                new Face(SANS, 600, "IBMPlexSans-SemiBold.ttf"),
                new Face(SANS, 700, "IBMPlexSans-Bold.ttf"),
                new Face(MONO, 400, "IBMPlexMono-Regular.ttf")));
    }

    List<Face> faces() {
        return faces;
    }

    /** Text that every sans face can draw, composed (NFC), with a marker for each character that it cannot. */
    String sans(String text) {
        return printable(text, sans);
    }

    /** As {@link #sans}, for the fixed-width face. */
    String mono(String text) {
        return printable(text, mono);
    }

    private static String printable(String text, BitSet glyphs) {
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
    private static boolean isDrawn(int character, BitSet glyphs) {
        return switch (Character.getType(character)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> glyphs.get(character);
        };
    }

    private BitSet covered(String family) throws IOException {
        BitSet common = new BitSet();
        common.set(0, PLANE);
        for (Face face : faces) {
            if (face.family().equals(family)) {
                common.and(covered(face));
            }
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
