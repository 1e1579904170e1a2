package vigil.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A print as it was when somebody last looked at it: a small picture of each page in sixteen greys, and the text of all.
 *
 * @param folder where they are kept
 * @param name of the print
 */
record PrintGolden(Path folder, String name) {
    private static final int DOTS_PER_INCH = 72;
    private static final int GREYS = 16;
    /** How far a grey may be off, of 255. */
    private static final int TOLERANCE = 48;
    /** One pixel in so many may be further off: less than a digit of small print has. */
    private static final int ONE_IN = 250_000;

    void write(byte[] pdf) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(text(), extracted(pdf), StandardCharsets.UTF_8);
        List<BufferedImage> pages = drawn(pdf);
        for (int page = 0; page < pages.size(); page++) {
            ImageIO.write(reduced(pages.get(page)), "png", picture(page).toFile());
        }
    }

    Path text() {
        return folder.resolve(name + ".txt");
    }

    private Path picture(int page) {
        return folder.resolve("%s-%d.png".formatted(name, page + 1));
    }

    static String extracted(byte[] pdf) throws IOException {
        return String.join("\n\f\n", Prints.lines(pdf)) + "\n";
    }

    /** What is not as it was, page by page; empty when all is. The pages that are not go into {@code failed} as they are now. */
    List<String> differences(byte[] pdf, Path failed) throws IOException {
        List<BufferedImage> pages = drawn(pdf);
        List<String> differences = new ArrayList<>();
        if (keptPages() != pages.size()) {
            differences.add("%d pages, were %d".formatted(pages.size(), keptPages()));
        }
        for (int page = 0; page < Math.min(pages.size(), keptPages()); page++) {
            int off = off(ImageIO.read(picture(page).toFile()), pages.get(page));
            int most = pages.get(page).getWidth() * pages.get(page).getHeight() / ONE_IN;
            if (off > most) {
                Files.createDirectories(failed);
                ImageIO.write(
                        pages.get(page),
                        "png",
                        failed.resolve(picture(page).getFileName().toString()).toFile());
                differences.add("page %d: %d pixels, at most %d may".formatted(page + 1, off, most));
            }
        }
        return differences;
    }

    private int keptPages() throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            return (int) kept.filter(file -> file.getFileName().toString().matches(name + "-\\d+\\.png"))
                    .count();
        }
    }

    private static int off(BufferedImage kept, BufferedImage now) {
        if (kept.getWidth() != now.getWidth() || kept.getHeight() != now.getHeight()) {
            return Integer.MAX_VALUE;
        }
        BufferedImage reduced = reduced(now);
        return (int) IntStream.range(0, now.getWidth() * now.getHeight())
                .filter(at -> Math.abs(grey(kept, at) - grey(reduced, at)) > TOLERANCE)
                .count();
    }

    private static int grey(BufferedImage image, int at) {
        return image.getRGB(at % image.getWidth(), at / image.getWidth()) & 255;
    }

    private static List<BufferedImage> drawn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY));
            }
            return pages;
        }
    }

    private static BufferedImage reduced(BufferedImage page) {
        byte[] greys = new byte[GREYS];
        for (int i = 0; i < GREYS; i++) {
            greys[i] = (byte) (i * 255 / (GREYS - 1));
        }
        IndexColorModel model = new IndexColorModel(4, GREYS, greys, greys, greys);
        BufferedImage reduced =
                new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY, model);
        Graphics2D graphics = reduced.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        return reduced;
    }
}
