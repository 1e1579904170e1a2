package vigil.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The values beside the gauges in ready words: pump state, flow, mass rate, concentration, volumes, time to empty. What
 * the pump said too long ago is {@code --}, each and every one of them.
 *
 * @param toVerify the mark at the flow after it jumped tenfold (fault A17); empty where there is nothing to mark
 */
public record ValueStripModel(List<Figure> figures, String toVerify) {
    /** Where the flow stands among the figures. */
    static final int FLOW = 1;

    public static ValueStripModel of(Snapshot snapshot, Phrases phrases) {
        return new Reader(snapshot, phrases).read();
    }

    private record Reader(Snapshot snapshot, Phrases phrases) {
        ValueStripModel read() {
            Snapshot.Dose dose = snapshot.dose();
            List<Figure> figures = List.of(
                    figure(snapshot.link().charted() ? "strip.charted" : "strip.pump-says", pumpState(), ""),
                    figure(
                            // At rest it is what the pump is set to: nothing flows
                            dose.deliveryStatus().isStopped() ? "flow.rate" : "strip.flow",
                            fresh(dose.flowRate().map(FlowRate::mlPerH).map(v -> number(v, 2))),
                            "mL/h"),
                    figure("strip.mass-rate", fresh(dose.rate().map(r -> number(r.mgPerH(), 2))), "mg/h"),
                    figure("strip.concentration", concentration(), "mg/mL"),
                    figure("strip.infused", volume(dose.volumeInfused()), "mL"),
                    figure("strip.left", volume(dose.volumeRemaining()), "mL"),
                    figure("strip.time-to-empty", fresh(dose.timeToEmpty().map(this::span)), ""),
                    emptyAt());
            return new ValueStripModel(figures, snapshot.isRateToVerify() ? phrases.text("strip.verify") : "");
        }

        private Figure figure(String key, String value, String unit) {
            return new Figure(phrases.text(key), value, value.equals(Phrases.NO_VALUE) ? "" : unit);
        }

        private String fresh(Optional<String> value) {
            return snapshot.dose().stale() ? Phrases.NO_VALUE : value.orElse(Phrases.NO_VALUE);
        }

        private String pumpState() {
            boolean known = snapshot.dose().readingAge().isPresent();
            return fresh(
                    Optional.of("delivery." + snapshot.dose().deliveryStatus().name())
                            .filter(key -> known)
                            .map(phrases::text));
        }

        private String number(java.math.BigDecimal value, int places) {
            return phrases.words().decimal(value, places);
        }

        private String volume(Optional<Volume> volume) {
            return fresh(volume.map(v -> number(v.ml(), 2)));
        }

        /** The confirmed one, which does not age. */
        private String concentration() {
            return snapshot.dose()
                    .concentration()
                    .map(Concentration::mgPerMl)
                    .map(phrases.words()::exact)
                    .orElse(Phrases.NO_VALUE);
        }

        private String span(Duration time) {
            return phrases.span(time);
        }

        private Figure emptyAt() {
            Optional<Instant> at = snapshot.dose().emptyAt();
            return figure(
                    "strip.empty-at",
                    fresh(at.map(phrases::clock)),
                    at.map(this::weekday).orElse(""));
        }

        private String weekday(Instant at) {
            LocalDate day = at.atZone(phrases.zone()).toLocalDate();
            LocalDate today = snapshot.now().utc().atZone(phrases.zone()).toLocalDate();
            return day.equals(today) ? "" : phrases.weekday(day);
        }
    }
}
