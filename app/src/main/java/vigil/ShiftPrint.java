package vigil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vigil.export.ExportException;
import vigil.export.ExportFile;
import vigil.export.PdfWriter;
import vigil.look.Words;
import vigil.ui.station.StationSight;

/** Writes shift overviews as PDF into a folder, one file a minute at most. */
record ShiftPrint(Words words, Path folder) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);

    /** One line: where it lies, or why it does not. */
    String write(StationSight sight) {
        ZoneId zone = ZoneId.systemDefault();
        Path file = folder.resolve(
                "shift-overview-%s.pdf".formatted(NAME.format(sight.now().atZone(zone))));
        try {
            Files.createDirectories(folder);
            ExportFile.write(
                    file,
                    ExportFile.IfPresent.REPLACE,
                    out -> PdfWriter.create().write(new ShiftReport(sight, words, zone).report(), out));
            return words.text("shift.written", file.toAbsolutePath().toString());
        } catch (ExportException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            return words.text("shift.failed", file.toString());
        }
    }
}
