package vigil.journal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A disk in memory that can lose its power, be full, and fail to confirm. What was not forced survives a power cut or not,
 * each sector of 512 bytes for itself, in any of the versions it had; of names made, renamed and deleted survive the first
 * few, because file systems journal them in order.
 */
final class SimulatedDisk implements Disk {
    private static final int SECTOR = 512;

    /** Thrown out of the operation during which the power fails; no program sees it. */
    static final class PowerCut extends RuntimeException {}

    private Map<String, Inode> names = new HashMap<>();
    private Map<String, Inode> safeNames = new HashMap<>();
    private final List<Map<String, Inode>> unforcedNames = new ArrayList<>();
    private long operationsUntilCut = Long.MAX_VALUE;
    private int forcesUntilFailure = Integer.MAX_VALUE;
    private long capacity = Long.MAX_VALUE;
    private boolean readOnly;

    /** The power fails during the {@code operation}-th operation from now, counted from 1. */
    void cutPowerDuring(long operation) {
        operationsUntilCut = operation;
    }

    /** The next force from now fails once, and the pages it was to write are lost although they can be read. */
    void failNextForce() {
        forcesUntilFailure = 0;
    }

    void setCapacity(long bytes) {
        capacity = bytes;
    }

    void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    long used() {
        return names.values().stream().mapToLong(inode -> inode.seen.length).sum();
    }

    /** Overwrites one byte as a failing medium or a hand would. */
    void damage(String name, int position, int exclusiveOr) {
        Inode inode = there(name);
        inode.seen[position] ^= (byte) exclusiveOr;
        inode.safe[position] ^= (byte) exclusiveOr;
    }

    byte[] bytes(String name) {
        return there(name).seen.clone();
    }

    private Inode there(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    void put(String name, byte[] bytes) {
        Inode inode = new Inode();
        inode.seen = bytes.clone();
        inode.safe = bytes.clone();
        names.put(name, inode);
        safeNames.put(name, inode);
    }

    /** The disk as the next start finds it. */
    SimulatedDisk afterPowerCut(Random random) {
        Map<String, Inode> survived = safeNames;
        int kept = random.nextInt(unforcedNames.size() + 1);
        if (kept > 0) {
            survived = unforcedNames.get(kept - 1);
        }
        SimulatedDisk next = new SimulatedDisk();
        survived.forEach((name, inode) -> next.put(name, inode.afterPowerCut(random)));
        return next;
    }

    private static final class Inode {
        byte[] seen = {};
        byte[] safe = {};
        /** Versions of sectors that were written and not forced, oldest first. */
        Map<Integer, List<byte[]>> unforced = new HashMap<>();

        void write(ByteBuffer bytes, int position) {
            int end = position + bytes.remaining();
            if (end > seen.length) {
                seen = Arrays.copyOf(seen, end);
            }
            bytes.get(seen, position, bytes.remaining());
            for (int sector = position / SECTOR; sector * SECTOR < end; sector++) {
                byte[] version =
                        Arrays.copyOfRange(seen, sector * SECTOR, Math.min(seen.length, (sector + 1) * SECTOR));
                unforced.computeIfAbsent(sector, _ -> new ArrayList<>()).add(version);
            }
        }

        void force() {
            safe = seen.clone();
            // A new one: to clear a map takes as long as it was once large.
            unforced = new HashMap<>();
        }

        byte[] afterPowerCut(Random random) {
            byte[] left = Arrays.copyOf(safe, random.nextBoolean() ? safe.length : seen.length);
            int mood = random.nextInt(4);
            unforced.forEach((sector, versions) -> {
                int kept = mood == 0 ? 0 : mood == 1 ? versions.size() : random.nextInt(versions.size() + 1);
                if (kept > 0 && sector * SECTOR < left.length) {
                    byte[] version = versions.get(kept - 1);
                    int length = Math.min(version.length, left.length - sector * SECTOR);
                    System.arraycopy(version, 0, left, sector * SECTOR, length);
                }
            });
            return left;
        }
    }

    private void step() {
        if (operationsUntilCut <= 0) {
            throw new PowerCut();
        }
        operationsUntilCut--;
    }

    private void cutIfDue() {
        if (operationsUntilCut == 0) {
            throw new PowerCut();
        }
    }

    private void changeNames() {
        unforcedNames.add(new HashMap<>(names));
        cutIfDue();
    }

    private void refuseIfReadOnly() throws IOException {
        if (readOnly) {
            throw new IOException("Read-only file system");
        }
    }

    private Inode inode(String name) throws FileNotFoundException {
        Inode inode = names.get(name);
        if (inode == null) {
            throw new FileNotFoundException(name);
        }
        return inode;
    }

    @Override
    public List<String> names() {
        return List.copyOf(names.keySet());
    }

    @Override
    public long size(String name) throws IOException {
        return inode(name).seen.length;
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new ByteArrayInputStream(inode(name).seen.clone());
    }

    @Override
    public DiskFile create(String name) throws IOException {
        step();
        refuseIfReadOnly();
        names = new HashMap<>(names);
        names.put(name, new Inode());
        changeNames();
        return open(name);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        refuseIfReadOnly();
        return new OpenFile(inode(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step();
        refuseIfReadOnly();
        Inode inode = inode(from);
        names = new HashMap<>(names);
        names.remove(from);
        names.put(to, inode);
        changeNames();
    }

    @Override
    public void delete(String name) throws IOException {
        step();
        refuseIfReadOnly();
        Set<String> left = new HashSet<>(names.keySet());
        if (!left.remove(name)) {
            throw new FileNotFoundException(name);
        }
        names = new HashMap<>(names);
        names.remove(name);
        changeNames();
    }

    @Override
    public void forceNames() {
        step();
        cutIfDue();
        safeNames = new HashMap<>(names);
        unforcedNames.clear();
    }

    @Override
    public String place(String name) {
        return "simulated/" + name;
    }

    private final class OpenFile implements DiskFile {
        private final Inode inode;

        OpenFile(Inode inode) {
            this.inode = inode;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            step();
            refuseIfReadOnly();
            long growth = Math.max(0, position + bytes.remaining() - inode.seen.length);
            if (used() + growth > capacity) {
                int fits = (int) Math.max(0, bytes.remaining() - (used() + growth - capacity));
                inode.write(bytes.slice(bytes.position(), fits), (int) position);
                throw new IOException("No space left on device");
            }
            inode.write(bytes, (int) position);
            cutIfDue();
        }

        @Override
        public void force() throws IOException {
            step();
            cutIfDue();
            if (forcesUntilFailure-- <= 0) {
                forcesUntilFailure = Integer.MAX_VALUE;
                inode.unforced.clear();
                throw new IOException("Input/output error");
            }
            inode.force();
        }

        @Override
        public void truncate(long length) throws IOException {
            step();
            refuseIfReadOnly();
            inode.seen = Arrays.copyOf(inode.seen, (int) Math.min(length, inode.seen.length));
            cutIfDue();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
