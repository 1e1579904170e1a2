package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PageImageTest {
    /** A4 at 150 dots per inch is 1240 by 1754. */
    @Test
    void thePageIsDrawnAtTheSizeOfThePaperAndIsNotBlank() throws IOException {
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(PrintedHandover.picture()));
        assertThat(page.getWidth()).isBetween(1239, 1241);
        assertThat(page.getHeight()).isBetween(1753, 1755);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        long dark = Arrays.stream(pixels).filter(pixel -> (pixel & 0xFF) < 128).count();
        assertThat(dark).isBetween(10_000L, 500_000L);
    }

    @Test
    void whatIsNoPrintIsRefused() {
        assertThatThrownBy(() -> PageImage.png("no print".getBytes(StandardCharsets.US_ASCII), 72))
                .isInstanceOf(IOException.class);
    }
}
