package vigil.ward;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.pump.Moment;

/**
 * Many rooms at one PostgreSQL, with the generator and a station on the same machine, open loop: what a room has to tell is
 * told at its time, however long the one before took. Arguments: numbers of rooms. Prints one line each.
 */
public final class WardBench {
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final byte[] READING =
            "{\"flowRateMlPerH\":\"1.75\",\"volumeInfusedMl\":\"12.345\",\"deliveryStatus\":\"DELIVERING\",\"pump\":{\"model\":\"Perfusor Space\",\"serialNumber\":\"1400-8271\",\"protocol\":\"50111\"},\"syringe\":\"BD 50\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final WardServer server;
    private final String database;
    private final int rooms;
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final ConcurrentHashMap<String, Deque<Instant>> open = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> seenAfter = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private WardBench(WardServer server, String database, int rooms) {
        this.server = server;
        this.database = database;
        this.rooms = rooms;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ward-bench");
        WardServer server = WardServer.start(folder);
        System.out.println(
                "rooms  seen p50 ms  p99 ms  max ms  told/s  entries  lost  doubled  bytes an entry  slow polls");
        for (String rooms : arguments) {
            new WardBench(server, server.database(), Integer.parseInt(rooms)).run();
        }
        server.postgres().close();
    }

    private void run() throws Exception {
        WardSchema schema = new WardSchema(WardAddress.parse(server.administrator(database)));
        schema.make();
        for (int i = 0; i < rooms; i++) {
            server.authority().issue("bench-" + i);
            schema.admit("r" + i, "bench-" + i);
        }
        long before = number("SELECT pg_database_size(current_database())");
        CountDownLatch connected = new CountDownLatch(rooms);
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            int room = i;
            threads.add(Thread.ofVirtual().start(() -> tells(room, connected, begin)));
        }
        connected.await();
        Thread station = Thread.ofPlatform().start(this::looks);
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        ended = true;
        station.join();
        long after = number("SELECT pg_database_size(current_database())");
        report(after - before);
    }

    private void report(long bytes) throws SQLException {
        long[] waits = seenAfter.stream().mapToLong(Long::longValue).sorted().toArray();
        long stored = number("SELECT count(*) FROM vigil.entry");
        long unique = number("SELECT count(*) FROM (SELECT DISTINCT room, sequence FROM vigil.entry) e");
        System.out.printf(
                "%5d  %11d  %6d  %6d  %6d  %7d  %4d  %7d  %14d  late %d%n",
                rooms,
                waits[waits.length / 2],
                waits[waits.length * 99 / 100],
                waits[waits.length - 1],
                waits.length / LASTS.toSeconds(),
                stored,
                entries.get() - unique,
                stored - unique,
                bytes / Math.max(1, stored),
                late.get());
    }

    private void tells(int room, CountDownLatch connected, CountDownLatch begin) {
        String name = "r" + room;
        Deque<Instant> waiting = new ArrayDeque<>();
        open.put(name, waiting);
        try (Uplink uplink = Uplink.open(WardAddress.parse(server.url(database, "bench-" + room)))) {
            Head head = uplink.head();
            connected.countDown();
            begin.await();
            Instant next = Instant.now().plusMillis(room * 997L % 1_000);
            Instant end = next.plus(LASTS);
            for (int second = 0; next.isBefore(end); second++, next = next.plusSeconds(1)) {
                long early = Duration.between(Instant.now(), next).toNanos();
                LockSupport.parkNanos(Math.max(0, early));
                synchronized (waiting) {
                    waiting.add(next);
                }
                uplink.show(States.with(head.sequence(), next, List.of()));
                if (second % 2 == 1) {
                    head = uplink.append(batch(head, next));
                    entries.addAndGet(2);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<EntryCopy> batch(Head head, Instant at) {
        EntryCopy one = entry(head, at);
        return List.of(one, entry(one.head(), at));
    }

    private static EntryCopy entry(Head before, Instant at) {
        long sequence = before.sequence() + 1;
        ByteBuffer canonical = ByteBuffer.allocate(38 + READING.length);
        canonical.putLong(sequence).putLong(at.getEpochSecond()).putInt(at.getNano());
        canonical.putLong(1).putLong(2).putShort((short) 2).put(READING);
        byte[] hash;
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(before.hash());
            hash = sha256.digest(canonical.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return EntryCopy.of(new Made(sequence, new Moment(at, 1, 2), hash));
    }

    private static final class Made implements EntryCopy.Parts {
        private final long sequence;
        private final Moment at;
        private final byte[] hash;

        private Made(long sequence, Moment at, byte[] hash) {
            this.sequence = sequence;
            this.at = at;
            this.hash = Arrays.copyOf(hash, hash.length);
        }

        @Override
        public long sequence() {
            return sequence;
        }

        @Override
        public Moment at() {
            return at;
        }

        @Override
        public int type() {
            return 2;
        }

        @Override
        public byte[] payload() {
            return READING;
        }

        @Override
        public byte[] chainHash() {
            return hash;
        }
    }

    /** Polls as a station does, and notes how long after its time each thing told is seen. */
    private void looks() {
        try (WardReader reader = WardReader.open(WardAddress.parse(server.url(database, "station-1")))) {
            while (!ended) {
                Instant began = Instant.now();
                WardReader.Ward ward = reader.ward();
                Instant now = Instant.now();
                ward.rooms().forEach(room -> room.state().ifPresent(state -> seen(room.room(), state.at(), now)));
                Duration took = Duration.between(began, Instant.now());
                if (took.compareTo(Duration.ofMillis(500)) > 0) {
                    late.incrementAndGet();
                }
                LockSupport.parkNanos(Duration.ofMillis(500).minus(took).toNanos());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void seen(String room, Instant at, Instant now) {
        Deque<Instant> waiting = open.get(room);
        if (waiting == null) {
            return;
        }
        synchronized (waiting) {
            while (!waiting.isEmpty() && !waiting.getFirst().isAfter(at)) {
                seenAfter.add(Duration.between(waiting.removeFirst(), now).toMillis());
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
