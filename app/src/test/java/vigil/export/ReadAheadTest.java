package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.store.ReadingRow;

/** Reading ahead changes nothing but who waits. */
class ReadAheadTest {
    private static final Executor BESIDE = work -> Thread.ofPlatform().daemon().start(work);

    private static ReadingRow row(long sequence) {
        Optional<BigDecimal> unknown = Optional.empty();
        return new ReadingRow(
                sequence,
                Instant.EPOCH,
                1,
                "INFUSING",
                "DELIVERING",
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                BigDecimal.ZERO,
                unknown,
                unknown,
                "ok");
    }

    private static CsvWriter.Readings readings(int count) {
        return each -> {
            for (int i = 0; i < count; i++) {
                each.accept(row(i));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 12_345})
    void everyReadingComesInItsOrder(int count) throws IOException {
        List<ReadingRow> taken = new ArrayList<>();
        List<ReadingRow> stored = new ArrayList<>();
        readings(count).forEach(stored::add);
        new ReadAhead(readings(count), BESIDE).forEach(taken::add);
        assertThat(taken).isEqualTo(stored);
    }

    @Test
    void aDatabaseThatCannotBeReadIsTold() {
        CsvWriter.Readings broken = each -> {
            readings(1_500).forEach(each);
            throw new IOException("block 7 is not as it was written");
        };
        List<ReadingRow> taken = new ArrayList<>();
        assertThatThrownBy(() -> new ReadAhead(broken, BESIDE).forEach(taken::add))
                .isInstanceOf(IOException.class)
                .hasMessage("block 7 is not as it was written");
        assertThat(taken).hasSize(1_500);
    }

    /** A full disk: the thread that reads does not wait for ever, and its connection is closed. */
    @Test
    void whoCannotWriteEndsTheReading() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CsvWriter.Readings many = each -> {
            try {
                readings(100_000).forEach(each);
            } finally {
                ended.countDown();
            }
        };
        assertThatThrownBy(() -> new ReadAhead(many, BESIDE).forEach(row -> {
                    throw new IllegalStateException("no space");
                }))
                .hasMessage("no space");
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
