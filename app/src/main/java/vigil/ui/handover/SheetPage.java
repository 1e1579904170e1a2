package vigil.ui.handover;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;

/** The handover sheet as it would print at one moment. Immutable. */
public final class SheetPage {
    private final byte[] png;
    private final String contentHash;
    private final Instant at;

    /**
     * One page.
     *
     * @param png the page as a picture
     * @param contentHash SHA-256 of the print itself, 64 hexadecimal digits: what a signature is bound to
     * @param at printed on it
     */
    public SheetPage(byte[] png, String contentHash, Instant at) {
        this.png = png.clone();
        this.contentHash = contentHash;
        this.at = at;
    }

    InputStream picture() {
        return new ByteArrayInputStream(png);
    }

    public String contentHash() {
        return contentHash;
    }

    public Instant at() {
        return at;
    }
}
