package vigil.export;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Locale;
import org.w3c.dom.Element;

/** A QR code as a vector picture with a quiet zone of four modules. */
final class QrPicture {
    private static final int QUIET = 4;

    private QrPicture() {}

    /**
     * Adds the code to {@code parent}. Letters are raised: the alphanumeric mode has no small ones, and hexadecimal
     * digits mean the same.
     */
    static void draw(Markup markup, Element parent, String hexadecimal, String words) {
        ByteMatrix modules = encode(hexadecimal.toUpperCase(Locale.ROOT));
        int size = modules.getWidth() + 2 * QUIET;
        Element picture = markup.addSvg(parent, "svg");
        picture.setAttribute("width", "20mm");
        picture.setAttribute("height", "20mm");
        picture.setAttribute("viewBox", "0 0 " + size + " " + size);
        Markup.describe(picture, words);
        Element path = markup.addSvg(picture, "path");
        path.setAttribute("fill", "#000");
        path.setAttribute("d", path(modules));
    }

    private static ByteMatrix encode(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for a text of " + text.length() + " characters", e);
        }
    }

    /** Neighbouring dark modules of a row become one bar: fewer shapes, and no hairlines between them. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append("M").append(from + QUIET).append(' ').append(y + QUIET);
                    path.append("h")
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return path.toString();
    }
}
