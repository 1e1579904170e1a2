package vigil.ui;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A picture that a view has to look like, kept with 32 colours so that it stays small; for people with 256.
 *
 * @param file where it is kept
 */
record Golden(Path file) {
    /** How far a channel may be off. */
    private static final int TOLERANCE = 40;
    /** One pixel in so many may be further off. */
    private static final int ONE_IN = 40_000;

    private static final int COLOURS = 32;
    /** Bits of a channel that are told apart when the colours are counted. */
    private static final int KEPT_BITS = 3;

    private static final int MOST_COLOURS = 256;
    private static final int KEPT_BITS_FOR_PEOPLE = 5;

    /** How many pixels are too far off, or that the picture has another size. */
    sealed interface Verdict {
        record Alike() implements Verdict {}

        record Different(String how, BufferedImage shown) implements Verdict {}
    }

    /** What was drawn is reduced to the colours that were kept before it is compared. */
    Verdict compare(BufferedImage drawn) {
        return compare(drawn, COLOURS, KEPT_BITS);
    }

    /** The same with what {@link #writeForPeople} kept. */
    Verdict compareForPeople(BufferedImage drawn) {
        return compare(drawn, MOST_COLOURS, KEPT_BITS_FOR_PEOPLE);
    }

    private Verdict compare(BufferedImage drawn, int colours, int bits) {
        BufferedImage kept = read();
        if (kept.getWidth() != drawn.getWidth() || kept.getHeight() != drawn.getHeight()) {
            return new Verdict.Different("another size", drawn);
        }
        int[] expected = pixels(kept);
        int[] actual = nearest(pixels(drawn), palette(expected, colours, bits));
        int[] shown = pixels(drawn);
        int off = 0;
        for (int i = 0; i < actual.length; i++) {
            boolean differs = isOff(expected[i], actual[i]);
            off += differs ? 1 : 0;
            shown[i] = differs ? 0xFF00FF : shown[i] >> 2 & 0x3F3F3F;
        }
        int most = actual.length / ONE_IN;
        return off <= most
                ? new Verdict.Alike()
                : new Verdict.Different("%d pixels differ, at most %d may".formatted(off, most), image(shown, drawn));
    }

    private static BufferedImage image(int[] pixels, BufferedImage like) {
        BufferedImage image = new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, like.getWidth(), like.getHeight(), pixels, 0, like.getWidth());
        return image;
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }

    private static boolean isOff(int one, int other) {
        return Math.abs((one >> 16 & 255) - (other >> 16 & 255)) > TOLERANCE
                || Math.abs((one >> 8 & 255) - (other >> 8 & 255)) > TOLERANCE
                || Math.abs((one & 255) - (other & 255)) > TOLERANCE;
    }

    private BufferedImage read() {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    void write(BufferedImage drawn) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        write(drawn, COLOURS, KEPT_BITS);
    }

    /** With as many colours as such a file can have, for people to look at. */
    void writeForPeople(BufferedImage drawn) throws IOException {
        write(drawn, MOST_COLOURS, KEPT_BITS_FOR_PEOPLE);
    }

    private void write(BufferedImage drawn, int colours, int bits) throws IOException {
        ImageIO.write(reduced(drawn, palette(pixels(drawn), colours, bits)), "png", file.toFile());
    }

    /** With the colours of a palette; every other becomes the nearest of them. */
    private static BufferedImage reduced(BufferedImage drawn, int[] palette) {
        int[] pixels = pixels(drawn);
        int[] opaque = new int[palette.length];
        Arrays.setAll(opaque, i -> palette[i] | 0xFF000000);
        IndexColorModel model = new IndexColorModel(8, palette.length, opaque, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage reduced =
                new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] near = nearest(pixels, palette);
        reduced.setRGB(0, 0, drawn.getWidth(), drawn.getHeight(), opaque(near), 0, drawn.getWidth());
        return reduced;
    }

    private static int[] opaque(int[] pixels) {
        return Arrays.stream(pixels).map(pixel -> pixel | 0xFF000000).toArray();
    }

    /** The commonest colours, at most so many, that differ in so many bits of a channel. */
    private static int[] palette(int[] pixels, int colours, int bits) {
        Map<Integer, Map<Integer, Integer>> counted = new HashMap<>();
        for (int pixel : pixels) {
            counted.computeIfAbsent(coarse(pixel, bits), _ -> new HashMap<>()).merge(pixel, 1, Integer::sum);
        }
        return counted.values().stream()
                .sorted(Comparator.comparingInt(Golden::count).reversed())
                .limit(colours)
                .mapToInt(Golden::commonest)
                .toArray();
    }

    private static int[] nearest(int[] pixels, int[] palette) {
        Map<Integer, Integer> known = new HashMap<>();
        int[] near = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            near[i] = known.computeIfAbsent(pixels[i], pixel -> palette[nearest(pixel, palette)]);
        }
        return near;
    }

    private static int coarse(int rgb, int bits) {
        int mask = (255 << (8 - bits)) & 255;
        return rgb & (mask << 16 | mask << 8 | mask);
    }

    private static int count(Map<Integer, Integer> colours) {
        return colours.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int commonest(Map<Integer, Integer> colours) {
        return colours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static int nearest(int rgb, int[] palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int far = square(rgb, palette[i], 16) + square(rgb, palette[i], 8) + square(rgb, palette[i], 0);
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    private static int square(int one, int other, int shift) {
        int difference = (one >> shift & 255) - (other >> shift & 255);
        return difference * difference;
    }
}
