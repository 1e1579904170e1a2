package vigil.ui.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.pump.LineSettings;
import vigil.pump.LinkCounters;
import vigil.pump.PumpModel;

/**
 * What has passed over the line to the pump, up to one moment. Immutable; handed from the link thread to the JavaFX thread
 * as one reference. Shown and never stored: the capture is the file for that.
 *
 * @param rows the last of what passed, oldest first
 * @param rejections what was given up and why, most frequent first
 */
public record WireSight(Connection connection, List<Row> rows, LinkCounters counters, List<Rejection> rejections) {

    /**
     * How the line is opened.
     *
     * @param settings of a serial port; empty where the port has none
     */
    public record Connection(PumpModel model, String port, Optional<LineSettings> settings) {}

    /**
     * Something that passed or happened.
     *
     * @param number counts from 1 and never repeats
     * @param name of a query, or why bytes were rejected; empty for what was received
     * @param hex the bytes as pairs of hexadecimal digits with spaces
     * @param text the printable bytes, a middle dot for each other one
     */
    public record Row(long number, Instant at, Kind kind, String name, String hex, String text) {}

    public enum Kind {
        RECEIVED,
        SENT,
        REJECTED
    }

    public record Rejection(String reason, long count) {}

    public WireSight {
        rows = List.copyOf(rows);
        rejections = List.copyOf(rejections);
    }
}
