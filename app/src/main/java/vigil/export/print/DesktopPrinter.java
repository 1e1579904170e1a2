package vigil.export.print;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Reason;

/**
 * Prints through {@code javax.print}, for machines without CUPS: draws the pages itself, since Windows takes no PDF. The
 * system cannot tell what becomes of a job, so that the best outcome is {@link Outcome.Waiting}. Blocks as long as the
 * system does: {@link MachinePrinter} bounds that. Thread-safe.
 */
final class DesktopPrinter implements Printer {
    private final Optional<String> chosen;

    DesktopPrinter(Optional<String> chosen) {
        this.chosen = chosen;
    }

    /** Which printers the system offers. */
    static Queues queues() {
        return new Queues(
                Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                        .map(PrintService::getName)
                        .toList(),
                Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                        .map(PrintService::getName),
                Optional.empty());
    }

    @Override
    public Outcome print(Path pdf, String title) {
        PrintService[] all = PrintServiceLookup.lookupPrintServices(null, null);
        if (all.length == 0) {
            return new Failed(Reason.NO_PRINTER, "", "");
        }
        Optional<PrintService> wanted = chosen.isPresent()
                ? Arrays.stream(all)
                        .filter(each -> each.getName().equals(chosen.get()))
                        .findFirst()
                : Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
        return wanted.map(service -> print(service, pdf, title))
                .orElseGet(() -> new Failed(
                        chosen.isPresent() ? Reason.UNKNOWN_PRINTER : Reason.NO_DEFAULT,
                        chosen.orElse(""),
                        names(all)));
    }

    private static String names(PrintService[] all) {
        return String.join(", ", Arrays.stream(all).map(PrintService::getName).toList());
    }

    private static Outcome print(PrintService service, Path pdf, String title) {
        if (service.getAttribute(PrinterIsAcceptingJobs.class) == PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS) {
            return new Failed(Reason.PAUSED, service.getName(), "");
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setPrintService(service);
            job.setPageable(new PDFPageable(document));
            PrintRequestAttributeSet wishes = new HashPrintRequestAttributeSet();
            wishes.add(MediaSizeName.ISO_A4);
            wishes.add(new JobName(title, null));
            job.print(wishes);
            return new Outcome.Waiting(service.getName(), "", "");
        } catch (IOException e) {
            return new Failed(Reason.NO_FILE, service.getName(), String.valueOf(e.getMessage()));
        } catch (PrinterException e) {
            return new Failed(Reason.JOB_FAILED, service.getName(), String.valueOf(e.getMessage()));
        }
    }
}
