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
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vigil.bench.Results;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.pump.Moment;

/**
 * Many rooms at one PostgreSQL, with the generator and a station on the same machine, open loop: what a room has to tell is
 * told at its time, however long the one before took. Arguments: numbers of rooms; with a k, the server is killed meanwhile, again
 * and again. Prints one line each; processor time is that of a room for a second. What is told in the first ten seconds has a column
 * of its own: the generator's code is not compiled yet, and each process of the server reads its catalogue for the first time.
 */
public final class WardBench {
    private static final Duration LASTS = Duration.ofSeconds(40);
    private static final Duration COLD = Duration.ofSeconds(10);
    private static final int KILLS = 3;
    private static final byte[] READING =
            "{\"flowRateMlPerH\":\"1.75\",\"volumeInfusedMl\":\"12.345\",\"deliveryStatus\":\"DELIVERING\",\"pump\":{\"model\":\"Perfusor Space\",\"serialNumber\":\"1400-8271\",\"protocol\":\"50111\"},\"syringe\":\"BD 50\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final WardServer server;
    private final String database;
    private final int rooms;
    private final boolean kills;
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final ConcurrentHashMap<String, Deque<Instant>> open = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> seenAfter = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> seenCold = new ConcurrentLinkedQueue<>();
    private volatile Instant warm = Instant.MAX;
    private volatile boolean ended;

    private WardBench(WardServer server, String database, int rooms, boolean kills) {
        this.server = server;
        this.database = database;
        this.rooms = rooms;
        this.kills = kills;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ward-bench");
        WardServer server = WardServer.start(folder);
        Results results = new Results(Path.of(arguments[0]), "ward");
        System.out.println(
                "rooms  seen p50 ms  p99 ms  max ms  first 10 s p99 ms  told/s  entries  lost  doubled  bytes an entry  slow polls  server ms/s·room  own ms/s·room");
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            boolean kills = argument.endsWith("k");
            int rooms = Integer.parseInt(kills ? argument.substring(0, argument.length() - 1) : argument);
            new WardBench(server, server.database(), rooms, kills).run(results);
        }
        results.close();
        server.postgres().close();
    }

    private void run(Results results) throws Exception {
        WardSchema schema = new WardSchema(WardAddress.parse(server.administrator(database)));
        schema.make();
        for (int i = 0; i < rooms; i++) {
            server.authority().issue("bench-" + i);
            schema.admit("r" + i, "bench-" + i);
        }
        CountDownLatch connected = new CountDownLatch(rooms);
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            int room = i;
            threads.add(Thread.ofVirtual().start(() -> tells(room, connected, begin)));
        }
        connected.await();
        Thread station = Thread.ofPlatform().start(this::looks);
        Duration servers = server.processorTime();
        Duration own = ownProcessorTime();
        warm = Instant.now().plus(COLD);
        begin.countDown();
        if (kills) {
            killsTheServer();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long serverMillis = server.processorTime().minus(servers).toMillis();
        long ownMillis = ownProcessorTime().minus(own).toMillis();
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        ended = true;
        station.join();
        long bytes = number("SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits"
                + " WHERE inhparent = 'vigil.entry'::regclass");
        report(bytes, serverMillis, ownMillis);
        tell(results);
    }

    private static Duration ownProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** At times that nobody can foresee; the processor time of what was killed is not counted. */
    private void killsTheServer() throws Exception {
        Random random = new Random();
        for (int i = 0; i < KILLS; i++) {
            LockSupport.parkNanos(
                    Duration.ofMillis(2_000 + random.nextInt(5_000)).toNanos());
            server.kill();
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_000)).toNanos());
            server.again();
        }
    }

    private void report(long bytes, long serverMillis, long ownMillis) throws SQLException {
        long[] waits = sorted(seenAfter);
        long[] cold = sorted(seenCold);
        long stored = number("SELECT count(*) FROM vigil.entry");
        long unique = number("SELECT count(*) FROM (SELECT DISTINCT room, sequence FROM vigil.entry) e");
        System.out.printf(
                "%5d  %11d  %6d  %6d  %17d  %6d  %7d  %4d  %7d  %14d  %10d  %12.2f  %9.2f%n",
                rooms,
                waits[waits.length / 2],
                waits[waits.length * 99 / 100],
                waits[waits.length - 1],
                cold[cold.length * 99 / 100],
                (waits.length + cold.length) / LASTS.toSeconds(),
                stored,
                entries.get() - unique,
                stored - unique,
                bytes / Math.max(1, stored),
                late.get(),
                (double) serverMillis / rooms / LASTS.toSeconds(),
                (double) ownMillis / rooms / LASTS.toSeconds());
    }

    private void tell(Results results) throws SQLException {
        long[] waits = sorted(seenAfter);
        String named = rooms + (kills ? " rooms, the server killed: " : " rooms: ");
        double[] seconds = Arrays.stream(waits).mapToDouble(it -> it / 1e3).toArray();
        results.add(named + "told until seen", "s", seconds);
        results.atMost(1, named + "told until seen, p99", "s", seconds[waits.length * 99 / 100]);
        long unique = number("SELECT count(*) FROM (SELECT DISTINCT room, sequence FROM vigil.entry) e");
        results.atMost(0, named + "lost", "entries", (double) (entries.get() - unique));
    }

    private static long[] sorted(Collection<Long> waits) {
        return waits.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void tells(int room, CountDownLatch connected, CountDownLatch begin) {
        Teller teller = new Teller(room);
        try {
            teller.connect();
            connected.countDown();
            begin.await();
            Instant next = Instant.now().plusMillis(room * 997L % 1_000);
            Instant end = next.plus(LASTS);
            for (int second = 0; next.isBefore(end); second++, next = next.plusSeconds(1)) {
                long early = Duration.between(Instant.now(), next).toNanos();
                LockSupport.parkNanos(Math.max(0, early));
                teller.tell(next, second % 2 == 1);
            }
            teller.tellTheRest();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One bedside: what is not stored yet is sent again after a connection was lost. */
    private final class Teller {
        private static final Duration LONGEST = Duration.ofSeconds(60);

        private final String name;
        private final WardAddress address;
        private final Deque<Instant> waiting = new ArrayDeque<>();
        private final Deque<EntryCopy> pending = new ArrayDeque<>();
        private Head made = Head.start();
        private Optional<Uplink> uplink = Optional.empty();

        private Teller(int room) {
            name = "r" + room;
            address = WardAddress.parse(server.url(database, "bench-" + room));
            open.put(name, waiting);
        }

        private void connect() throws IOException {
            Uplink fresh = Uplink.open(address);
            uplink = Optional.of(fresh);
            stored(fresh.head());
        }

        private void stored(Head there) {
            while (!pending.isEmpty() && pending.getFirst().sequence() <= there.sequence()) {
                pending.removeFirst();
                entries.incrementAndGet();
            }
        }

        private void tell(Instant at, boolean withEntries) throws IOException {
            synchronized (waiting) {
                waiting.add(at);
            }
            if (withEntries) {
                for (EntryCopy copy : batch(made, at)) {
                    pending.add(copy);
                    made = copy.head();
                }
            }
            attempt(at, withEntries);
        }

        private void attempt(Instant at, boolean withEntries) throws IOException {
            try {
                if (uplink.isEmpty()) {
                    connect();
                }
                Uplink to = uplink.orElseThrow();
                to.show(States.with(made.sequence(), at, List.of()));
                if (withEntries && !pending.isEmpty()) {
                    stored(to.append(List.copyOf(pending)));
                }
            } catch (WardException e) {
                if (!kills) {
                    throw e;
                }
                uplink.ifPresent(Uplink::close);
                uplink = Optional.empty();
            }
        }

        private void tellTheRest() throws IOException {
            Instant until = Instant.now().plus(LONGEST);
            while (!pending.isEmpty() && Instant.now().isBefore(until)) {
                attempt(Instant.now(), true);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            // What is still waiting counts as lost.
            entries.addAndGet(pending.size());
            uplink.ifPresent(Uplink::close);
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
        while (!ended) {
            look();
        }
    }

    private void look() {
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
            if (!kills) {
                throw new IllegalStateException(e);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void seen(String room, Instant at, Instant now) {
        Deque<Instant> waiting = open.get(room);
        if (waiting == null) {
            return;
        }
        synchronized (waiting) {
            while (!waiting.isEmpty() && !waiting.getFirst().isAfter(at)) {
                Instant told = waiting.removeFirst();
                (told.isBefore(warm) ? seenCold : seenAfter)
                        .add(Duration.between(told, now).toMillis());
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
