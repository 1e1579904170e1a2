package vigil.pump.newera;

import java.math.BigDecimal;
import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.pump.Volume;

/** What the data of one answer say, by the question asked (section 5.6). Immutable. */
sealed interface NewEraAnswer {
    /** Answer to the empty question. */
    record Nothing() implements NewEraAnswer {}

    /** Answer to VER, for example {@code NE1000V3.928}. */
    record Version(String version) implements NewEraAnswer {}

    /** Answer to RAT, converted to mL/h exactly. */
    record Rate(FlowRate flowRate) implements NewEraAnswer {}

    /** Answer to DIS, converted to mL exactly. */
    record Dispensed(Volume infused, Volume withdrawn) implements NewEraAnswer {
        /** What 1,800 mL/h, more than any of these pumps gives, is in a second. */
        private static final BigDecimal MOST_GROWTH_ML = new BigDecimal("0.5");

        private boolean isJustBefore(Dispensed later) {
            return hasGrownTo(later.infused, infused) && hasGrownTo(later.withdrawn, withdrawn);
        }

        private static boolean hasGrownTo(Volume later, Volume before) {
            BigDecimal growth = later.ml().subtract(before.ml());
            return growth.signum() >= 0 && growth.compareTo(MOST_GROWTH_ML) <= 0;
        }
    }

    /** Answer to VOL; empty for the 0 by which the pump pumps without end. */
    record ToDispense(Optional<Volume> volume) implements NewEraAnswer {}

    /** Answer to DIA, DIR or PHN: no reading has a place for them. */
    record Setting(String value) implements NewEraAnswer {}

    /** Answer to SAF in seconds; 0 when Safe mode is off. */
    record SafeMode(int seconds) implements NewEraAnswer {}

    /** The pump answers with an error: {@code ?}, {@code ?NA}, {@code ?OOR}, {@code ?COM}, {@code ?IGN}. */
    record Failure(String error) implements NewEraAnswer {}

    /** The data are not what is documented for the question. */
    record Unreadable(String data) implements NewEraAnswer {}

    /**
     * True when {@code later}, the next answer to the same question, bears this one out. Equal answers do; so do volumes
     * that have grown by no more than the fastest pump gives between two answers.
     */
    default boolean isBorneOutBy(NewEraAnswer later) {
        return equals(later)
                || (this instanceof Dispensed before && later instanceof Dispensed after && before.isJustBefore(after));
    }
}
