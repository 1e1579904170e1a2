package vigil.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import vigil.bench.Results;
import vigil.keys.DeviceKey;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * How long one entry of some 200 bytes takes until it is on the disk: in the journal, against the bare write and force that
 * nothing can beat, and against two databases told to be as sure. In turn, on the same disk, in one run. Not a test.
 */
public final class DurabilityBench {
    private static final int WARM_UP = 200;
    private static final int ENTRIES = 1_000;
    private static final double MOST_TIMES = 3;
    private static final int SEGMENT = 1 << 20;
    private static final byte[] PAYLOAD = "x".repeat(200).getBytes(StandardCharsets.US_ASCII);

    private DurabilityBench() {}

    /** One entry made durable; returns when it is. */
    private interface Way extends AutoCloseable {
        void append(int number) throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    public static void main(String[] arguments) throws Exception {
        Path dir = Files.createTempDirectory(Path.of(arguments[0]), "durability");
        try (Results results = new Results(Path.of(arguments[0]), "durability");
                Way bare = bare(dir);
                Way journal = journal(dir);
                Way h2 = database("jdbc:h2:async:" + dir.resolve("h2") + ";TRACE_LEVEL_FILE=0", "CHECKPOINT SYNC", "");
                Way sqlite = database(
                        "jdbc:sqlite:" + dir.resolve("sqlite"),
                        "",
                        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")) {
            String[] names = {"bare write and force", "journal", "H2 with CHECKPOINT SYNC", "SQLite WAL, FULL"};
            Way[] ways = {bare, journal, h2, sqlite};
            long[][] nanos = new long[ways.length][ENTRIES];
            for (int i = -WARM_UP; i < ENTRIES; i++) {
                for (int way = 0; way < ways.length; way++) {
                    long begin = System.nanoTime();
                    ways[way].append(i);
                    nanos[way][Math.max(i, 0)] = System.nanoTime() - begin;
                }
            }
            for (int way = 0; way < ways.length; way++) {
                Arrays.sort(nanos[way]);
                System.out.printf(
                        "| %s | %.2f | %.2f |%n",
                        names[way], nanos[way][ENTRIES / 2] / 1e6, nanos[way][ENTRIES * 99 / 100] / 1e6);
                results.add(names[way] + ", each entry", "ms", millis(nanos[way]));
                results.add(names[way] + ", p99", "ms", nanos[way][ENTRIES * 99 / 100] / 1e6);
            }
            results.atMost(MOST_TIMES, "journal over bare force, medians", "times", (double) nanos[1][ENTRIES / 2] / nanos[0][ENTRIES / 2]);
        }
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static double[] millis(long[] nanos) {
        return Arrays.stream(nanos).mapToDouble(it -> it / 1e6).toArray();
    }

    private static Way bare(Path dir) throws IOException {
        FileChannel channel =
                FileChannel.open(dir.resolve("bare"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.write(ByteBuffer.allocate(SEGMENT), 0);
        channel.force(true);
        return new Way() {
            private long position;

            @Override
            public void append(int number) throws IOException, SQLException {
                position += channel.write(ByteBuffer.wrap(PAYLOAD), position);
                channel.force(false);
            }

            @Override
            public void close() throws IOException, SQLException {
                channel.close();
            }
        };
    }

    private static Way journal(Path dir) throws IOException {
        Journal journal = Journal.open(
                new FolderDisk(Files.createDirectory(dir.resolve("journal"))), DeviceKey.random(), Limits.USUAL);
        Moment start = new Moment(Instant.EPOCH, 0, 0);
        return new Way() {
            @Override
            public void append(int number) throws IOException, SQLException {
                Moment at = start.plus(Duration.ofSeconds(number));
                journal.append(new Event.ConditionAcknowledged(at, "x".repeat(100) + number, JournalTest.NURSE));
                journal.force();
            }

            @Override
            public void close() throws IOException, SQLException {
                journal.close();
            }
        };
    }

    private static Way database(String url, String afterCommit, String settings) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            for (String setting : settings.isEmpty() ? new String[0] : settings.split(";", -1)) {
                statement.execute(setting);
            }
            statement.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, payload BLOB)");
        }
        connection.setAutoCommit(false);
        PreparedStatement insert = connection.prepareStatement("INSERT INTO entry VALUES (?, ?)");
        Statement sync = connection.createStatement();
        return new Way() {
            @Override
            public void append(int number) throws IOException, SQLException {
                insert.setInt(1, number);
                insert.setBytes(2, PAYLOAD);
                insert.executeUpdate();
                connection.commit();
                if (!afterCommit.isEmpty()) {
                    sync.execute(afterCommit);
                }
            }

            @Override
            public void close() throws IOException, SQLException {
                connection.close();
            }
        };
    }
}
