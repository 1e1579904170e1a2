package vigil.ui.setup;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values of the record as a person would have typed them. */
final class Written {
    private Written() {}

    static String day(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    static String number(BigDecimal number) {
        return number.toPlainString();
    }

    static String options(Collection<? extends Enum<?>> chosen) {
        return chosen.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    static String tick(boolean ticked) {
        return ticked ? "yes" : "";
    }
}
