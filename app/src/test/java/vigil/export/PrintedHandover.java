package vigil.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The handover sheet of the planned course as a picture, and a blank page that costs nothing. */
public final class PrintedHandover {
    private PrintedHandover() {}

    public static byte[] picture() throws IOException {
        return PageImage.png(Prints.create().handover(PlannedCourse.handover()), 150);
    }

    public static byte[] blank() throws IOException {
        BufferedImage page = new BufferedImage(21, 30, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(page, "png", out);
        return out.toByteArray();
    }
}
