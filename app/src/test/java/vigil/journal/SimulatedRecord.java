package vigil.journal;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vigil.journal.SimulatedDisk.PowerCut;
import vigil.keys.DeviceKey;
import vigil.session.Event;

/** The real journal on a disk in memory whose faults others order, for tests of other packages. Not thread-safe. */
public final class SimulatedRecord {
    /** Thrown out of the operation during which the power failed: the program is no more. */
    public static final class Dead extends RuntimeException {}

    private static final DeviceKey KEY = DeviceKey.random();
    private static final Limits LIMITS = new Limits(1 << 16, Duration.ofHours(12), 4_096, 1 << 17);

    /**
     * As long as a signature and in its place. Nothing that a course does checks one, and the real ones, one for each minute
     * with an entry, took more than half of its time; the journal's own tests make and check them.
     */
    private static byte[] hash(byte[] message) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("JDK 25 has SHA-512", e);
        }
    }

    private SimulatedDisk disk = new SimulatedDisk();
    private Journal journal;

    public SimulatedRecord() throws IOException {
        journal = Journal.open(disk, KEY, LIMITS, SimulatedRecord::hash);
    }

    /** Returns why the entry could not be taken in; empty when it was. */
    public Optional<String> append(Event event) {
        try {
            journal.append(event);
            return Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e.getMessage());
        } catch (PowerCut _) {
            throw new Dead();
        }
    }

    /** Returns why not all is on the disk; empty when all that was appended is. */
    public Optional<String> force() {
        try {
            journal.force();
            return Optional.empty();
        } catch (JournalException e) {
            return Optional.of(e.getMessage());
        } catch (PowerCut _) {
            throw new Dead();
        }
    }

    /** True when an entry of this kind is to be on the disk before anybody is told of it. */
    public static boolean standsAlone(Event event) {
        return Durability.of(event) == Durability.FORCED;
    }

    /** True while the disk is whole and has room for all. */
    public boolean isWell() {
        return journal.trouble().isEmpty();
    }

    /** The power fails during one of the next operations of the disk. */
    public void armPowerCut(int operation) {
        disk.cutPowerDuring(operation);
    }

    /** The disk fails once, at the next force. */
    public void failNextForce() {
        disk.failNextForce();
    }

    /** From now on only {@code bytes} more find room, or all again when empty. */
    public void leaveRoom(Optional<Integer> bytes) {
        disk.setCapacity(bytes.map(left -> disk.used() + left).orElse(Long.MAX_VALUE));
    }

    public void setReadOnly(boolean readOnly) {
        disk.setReadOnly(readOnly);
    }

    /** What the next start finds: every entry of the record, in order. With the power gone, or only the program. */
    public List<Event> startAgain(boolean powerGone, Random random) throws IOException {
        disk.cutPowerDuring(Long.MAX_VALUE);
        disk.setCapacity(Long.MAX_VALUE);
        disk.setReadOnly(false);
        disk = powerGone ? disk.afterPowerCut(random) : disk;
        journal = opened();
        return events();
    }

    /** A disk that fails once while the record is opened refuses the start, and somebody starts again. */
    private Journal opened() throws IOException {
        try {
            return Journal.open(disk, KEY, LIMITS, SimulatedRecord::hash);
        } catch (JournalException _) {
            return Journal.open(disk, KEY, LIMITS, SimulatedRecord::hash);
        }
    }

    /** Every entry of the record, in order; each is checked against its chain. */
    public List<Event> events() throws IOException {
        List<Event> found = new ArrayList<>();
        journal.replay(entry -> found.add(entry.event()));
        return found;
    }
}
