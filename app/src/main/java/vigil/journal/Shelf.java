package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.keys.DeviceKey;

/** The segments of a journal in their order, their headers checked. Immutable. */
final class Shelf {
    private static final Pattern NAME = Pattern.compile("journal-([0-9]{6,9})\\.vj");

    private final Disk disk;
    private final DeviceKey key;
    private final List<Segment> segments;

    private Shelf(Disk disk, DeviceKey key, List<Segment> segments) {
        this.disk = disk;
        this.key = key;
        this.segments = segments;
    }

    /** One segment file. */
    record Segment(String name, SegmentHeader header) {}

    static String name(int number) {
        return "journal-%06d.vj".formatted(number);
    }

    /** The numbers of the segments there, in order. */
    static List<Integer> numbers(Disk disk) throws IOException {
        return disk.names().stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> Integer.valueOf(name.group(1)))
                .sorted()
                .toList();
    }

    /** @throws JournalException if a header is not one of this journal that this program reads; nothing is changed */
    static Shelf of(Disk disk, DeviceKey key) throws JournalException {
        try {
            List<Segment> segments = new ArrayList<>();
            for (int number : numbers(disk)) {
                segments.add(segment(disk, key, number));
            }
            refuseOlderKeys(disk, key, segments);
            return new Shelf(disk, key, List.copyOf(segments));
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Only the segments from the one on in which the entry {@code sequence} stands: the others are not even opened. */
    static Shelf near(Disk disk, DeviceKey key, long sequence) throws JournalException {
        try {
            Deque<Segment> segments = new ArrayDeque<>();
            for (int number : numbers(disk).reversed()) {
                segments.addFirst(segment(disk, key, number));
                if (segments.getFirst().header().firstSequence() <= sequence && !isBeforePurged(segments)) {
                    break;
                }
            }
            List<Segment> found = List.copyOf(segments);
            refuseOlderKeys(disk, key, found);
            return new Shelf(disk, key, found);
        } catch (JournalException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What the console kept of a purged beginning is short, and only its first entry says where the record goes on. */
    private static boolean isBeforePurged(Deque<Segment> segments) {
        return segments.stream().skip(1).anyMatch(segment -> segment.header().followsPurge());
    }

    /** The last entry that was purged, as the record is continued from there; empty where nothing is missing. */
    Optional<Head> purged() {
        return segments.stream()
                .map(Segment::header)
                .filter(SegmentHeader::followsPurge)
                .findFirst()
                .map(SegmentHeader::before);
    }

    private static JournalException unreadable(IOException e) {
        return new JournalException(
                "the journal cannot be read: %s; check its permissions and the disk".formatted(DataDirectory.cause(e)),
                e);
    }

    /** Whoever has a copy of keys that were renewed cannot go on with them. */
    private static void refuseOlderKeys(Disk disk, DeviceKey key, List<Segment> segments) throws JournalException {
        int before = Integer.MAX_VALUE;
        for (Segment segment : segments) {
            int renewals = key.renewalsSince(segment.header().keyId()).orElseThrow();
            if (renewals > before) {
                throw new JournalException(
                        "journal file %s was written with keys that had been renewed before; it was left as it is; restore it from a backup"
                                .formatted(disk.place(segment.name())));
            }
            before = renewals;
        }
    }

    private static Segment segment(Disk disk, DeviceKey key, int number) throws IOException {
        String name = name(number);
        SegmentHeader header = header(disk, name);
        Optional<String> fault = header.fault(number, key);
        if (fault.isPresent()) {
            throw new JournalException(
                    "journal file %s %s; it was left as it is; restore it from a backup or start with another data directory"
                            .formatted(disk.place(name), fault.get()));
        }
        return new Segment(name, header);
    }

    /** The header of a segment that no key is at hand for. */
    static SegmentHeader header(Disk disk, String name) throws IOException {
        try (InputStream in = disk.read(name)) {
            return SegmentHeader.of(in.readNBytes(SegmentHeader.LENGTH));
        }
    }

    List<Segment> segments() {
        return segments;
    }

    DeviceKey key() {
        return key;
    }

    SegmentReader read(Segment segment) throws JournalException {
        try (InputStream in = disk.read(segment.name())) {
            return new SegmentReader(in.readAllBytes(), segment.header().cipher(key));
        } catch (IOException e) {
            throw new JournalException(
                    "journal file %s cannot be read: %s; check its permissions and the disk"
                            .formatted(disk.place(segment.name()), DataDirectory.cause(e)),
                    e);
        }
    }

    /** One line for a record that was changed or damaged after it was written. */
    JournalException damaged(Walk walk, String reason) {
        return new JournalException(
                "journal file %s is damaged at entry %d: %s; nothing was changed; restore it from a backup, or move it away to begin a new record"
                        .formatted(disk.place(walk.segmentName()), walk.sequence() + 1, reason));
    }
}
