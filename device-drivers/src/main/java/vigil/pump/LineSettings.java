package vigil.pump;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serial line settings: speed in baud, data bits, parity and stop bits. A protocol states its own default. */
public record LineSettings(int baud, int dataBits, Parity parity, int stopBits) {
    public enum Parity {
        NONE,
        ODD,
        EVEN;

        /** The parity of that name; another one is refused with the known ones. */
        public static Parity named(String name) {
            return switch (name) {
                case "none" -> NONE;
                case "odd" -> ODD;
                case "even" -> EVEN;
                default -> throw new IllegalArgumentException("parity \"%s\": only none, even or odd".formatted(name));
            };
        }
    }

    private static final Pattern SHORT = Pattern.compile("([0-9]{3,6})[ ,]+([78])([NOE])([12])");

    public LineSettings {
        if (baud < 300 || baud > 921_600) {
            throw new IllegalArgumentException("baud rate %d is outside 300 to 921600".formatted(baud));
        }
        if (dataBits != 7 && dataBits != 8) {
            throw new IllegalArgumentException("data bits %d: only 7 or 8".formatted(dataBits));
        }
        if (stopBits != 1 && stopBits != 2) {
            throw new IllegalArgumentException("stop bits %d: only 1 or 2".formatted(stopBits));
        }
    }

    /** Reads the short form that {@link #toString} writes; another text is refused by name. */
    public static LineSettings parse(String text) {
        Matcher parts = SHORT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("line settings \"%s\": write them as 9600 8N1".formatted(text));
        }
        Parity parity = switch (parts.group(3)) {
            case "N" -> Parity.NONE;
            case "O" -> Parity.ODD;
            default -> Parity.EVEN;
        };
        return new LineSettings(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                parity,
                Integer.parseInt(parts.group(4)));
    }

    /** The usual short form, for example {@code 9600 8N1}. */
    @Override
    public String toString() {
        return "%d %d%s%d".formatted(baud, dataBits, parity.name().charAt(0), stopBits);
    }
}
