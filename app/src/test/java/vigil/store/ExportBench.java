package vigil.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import vigil.Exports;
import vigil.engine.Engine;
import vigil.export.ExportFile.IfPresent;
import vigil.export.Hl7Writer;
import vigil.export.PrintWords;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.SessionId;

/**
 * How long prints and tables of a five-day course with 432,000 readings take, and how much heap. Run by hand; not a test:
 * {@code fill DIR} once, then {@code export DIR} in a process of its own, the heap limited as it should be.
 */
public final class ExportBench {
    private static final SessionId ID = new SessionId("s-bench");
    private static final int HOURS = 120;
    private static final int WARM_RUNS = 7;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ExportBench() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[1]);
        if (arguments[0].equals("fill")) {
            fill(Files.createDirectories(data));
        } else {
            try (SessionStore store = SessionStore.open(data, Projector::holds)) {
                export(new Exports(store, PrintWords.english(), Optional.of(ExportBench::beside)), data);
            }
        }
    }

    private static void beside(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    /** A set each hour, the pump read each second. */
    private static void fill(Path data) throws Exception {
        try (SessionStore store = SessionStore.open(data, _ -> false)) {
            Engine engine = new Engine();
            SampleCourse course = new SampleCourse().console().setUp(ID.value());
            long sequence = 0;
            for (int hour = 0; hour < HOURS; hour++) {
                course.infusing(Duration.ofHours(1)).observations(ObservationSet.Kind.CORE, "");
                sequence = project(store, engine, course, sequence);
            }
            course.ceasing();
            project(store, engine, course, sequence);
        }
    }

    private static long project(SessionStore store, Engine engine, SampleCourse course, long from)
            throws StoreException {
        long sequence = from;
        for (Event event : course.taken()) {
            sequence++;
            store.project(sequence, Projector.hash(sequence), engine.accept(event));
        }
        store.commit();
        return sequence;
    }

    private static void export(Exports exports, Path data) throws Exception {
        Path file = data.resolve("export.out");
        Instant at = exports.record(ID).asOf().plusSeconds(60);
        measured(
                "4-hour record, cold",
                () -> exports.observationRecord(ID, Exports.Format.PDF, file, IfPresent.REPLACE, at));
        for (int run = 0; run < WARM_RUNS; run++) {
            measured(
                    "4-hour record, warm",
                    () -> exports.observationRecord(ID, Exports.Format.PDF, file, IfPresent.REPLACE, at));
        }
        for (int run = 0; run < 2; run++) {
            measured("session report", () -> exports.sessionReport(ID, file, IfPresent.REPLACE, at));
            try (PDDocument report = Loader.loadPDF(Files.readAllBytes(file))) {
                System.out.printf("  pages %d%n", report.getNumberOfPages());
            }
            measured("every table as CSV", () -> exports.tables(ID, file, IfPresent.REPLACE));
            System.out.printf("  %.1f MB packed%n", Files.size(file) / 1e6);
        }
        for (int run = 0; run < WARM_RUNS; run++) {
            measured("one course read and made into HL7 messages", () -> new Hl7Writer().outgoing(exports.record(ID)));
        }
        Files.delete(file);
    }

    /** Something that is exported. */
    private interface Work {
        void run() throws IOException;
    }

    private static void measured(String what, Work work) throws IOException {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long processor = PROCESS.getProcessCpuTime();
        long begin = System.nanoTime();
        work.run();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%s: %.2f s by the clock, %.2f s of processor time, heap at most %.0f MB, load %.1f%n",
                what,
                (System.nanoTime() - begin) / 1e9,
                (PROCESS.getProcessCpuTime() - processor) / 1e9,
                heap / 1e6,
                PROCESS.getSystemLoadAverage());
    }
}
