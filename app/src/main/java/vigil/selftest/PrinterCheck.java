package vigil.selftest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/** Whether the system offers a printer. Nothing is printed. */
public final class PrinterCheck implements Check {
    private final Supplier<Printers> system;

    /** The printers that the system offers, and the one it uses unless told otherwise. */
    record Printers(List<String> all, Optional<String> standard) {}

    public PrinterCheck() {
        this(PrinterCheck::offered);
    }

    PrinterCheck(Supplier<Printers> system) {
        this.system = system;
    }

    @Override
    public Finding look() {
        Printers printers = system.get();
        if (printers.all().isEmpty()) {
            return Finding.warning("none is set up; sheets are saved as PDF and can be printed elsewhere");
        }
        return printers.standard()
                .map(name ->
                        Finding.ok("%s (of %d)".formatted(name, printers.all().size())))
                .orElseGet(() -> Finding.warning(
                        "%s; none of them is the default".formatted(String.join(", ", printers.all()))));
    }

    private static Printers offered() {
        List<String> all = Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .map(PrintService::getName)
                .toList();
        return new Printers(
                all,
                Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                        .map(PrintService::getName));
    }
}
