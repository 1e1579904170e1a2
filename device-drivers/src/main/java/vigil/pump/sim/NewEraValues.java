package vigil.pump.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import vigil.pump.DeliveryStatus;

/** Writes the data of a New Era pump's answers. Not thread-safe. */
final class NewEraValues {
    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 3;

    private final NewEraOptions options;
    private final Map<String, String> instead = new LinkedHashMap<>();

    NewEraValues(NewEraOptions options) {
        this.options = options;
    }

    /** From now on says {@code data} in answer to that query. */
    void instead(String query, String data) {
        instead.put(query, data);
    }

    void truly(String query) {
        instead.remove(query);
    }

    /** The data in answer to a query without parameter; {@code ?} for one there is not. */
    String answer(String query, SimulatedPump pump, int safeTimeoutS) {
        String said = instead.get(query);
        return said != null ? said : truth(query, pump, safeTimeoutS);
    }

    private String truth(String query, SimulatedPump pump, int safeTimeoutS) {
        return switch (query) {
            case "" -> "";
            case "VER" -> pump.model();
            case "DIA" -> "26.59";
            case "RAT" -> rate(pump.rateNlPerH());
            case "VOL" -> number(BigDecimal.ZERO) + volumeUnit();
            case "DIR" -> "INF";
            case "DIS" -> "I" + volume(pump.infusedNl()) + "W" + volume(0) + volumeUnit();
            case "PHN" -> "1";
            case "SAF" -> Integer.toString(safeTimeoutS);
            default -> "?";
        };
    }

    /** The status letter. */
    static char status(SimulatedPump pump) {
        DeliveryStatus status = pump.status();
        return switch (status) {
            case DELIVERING, KVO -> 'I';
            case PURGING -> 'X';
            case STANDBY -> 'P';
            case NOT_DELIVERING, UNKNOWN -> 'S';
        };
    }

    private String rate(long nlPerH) {
        BigDecimal mlPerH = BigDecimal.valueOf(nlPerH, 6);
        BigDecimal rate = switch (options.rateUnit()) {
            case "UH" -> mlPerH.movePointRight(3);
            case "MM" -> mlPerH.divide(BigDecimal.valueOf(60), 6, RoundingMode.DOWN);
            case "UM" -> mlPerH.movePointRight(3).divide(BigDecimal.valueOf(60), 6, RoundingMode.DOWN);
            default -> mlPerH;
        };
        return number(rate) + options.rateUnit();
    }

    private String volumeUnit() {
        return options.microlitres() ? "UL" : "ML";
    }

    private String volume(long nl) {
        return number(BigDecimal.valueOf(nl, options.microlitres() ? 3 : 6));
    }

    /** Four digits and a point, at most three decimals, cut rather than rounded: {@code 1.250}, {@code 26.59}. */
    private static String number(BigDecimal value) {
        int whole = Math.max(1, value.precision() - value.scale());
        int decimals = Math.clamp(DIGITS - whole, 0, MOST_DECIMALS);
        return value.setScale(decimals, RoundingMode.DOWN).toPlainString();
    }
}
