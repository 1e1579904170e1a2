package vigil.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;

/** Writes pump events as JSON, one object a line. An absent value is null, never 0. Thread-safe. */
final class JsonLines {
    private final JsonFactory json = new JsonFactory();

    /** The line for one event; dose and total come from the snapshot taken right after it. */
    String line(PumpEvent event, Snapshot after) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("at", event.at().utc().toString());
            switch (event) {
                case PumpEvent.Reading(PumpReading reading) -> reading(out, reading, after);
                case PumpEvent.AlarmStarted(Moment at, PumpIdentity pump, PumpAlarm alarm) ->
                    alarm(out, "alarm-started", pump, alarm);
                case PumpEvent.AlarmEnded(Moment at, PumpIdentity pump, PumpAlarm alarm) ->
                    alarm(out, "alarm-ended", pump, alarm);
                case PumpEvent.LinkChanged(Moment at, LinkState state) -> link(out, state);
                case PumpEvent.SlotChanged slot -> slot(out, slot);
                case PumpEvent.Rejected rejected -> rejected(out, rejected);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    private static void reading(JsonGenerator out, PumpReading reading, Snapshot after) throws IOException {
        out.writeStringField("type", "reading");
        decimal(out, "flowRateMlPerH", reading.flowRate().map(rate -> rate.mlPerH()));
        decimal(out, "volumeInfusedMl", reading.volumeInfused().map(volume -> volume.ml()));
        out.writeStringField("deliveryStatus", kebab(reading.deliveryStatus()));
        Optional<Snapshot> own = Optional.of(after).filter(snapshot -> isBound(snapshot, reading.pump()));
        decimal(out, "doseRateMgPerKgPerH", own.flatMap(it -> it.dose().rate()).map(rate -> rate.toDecimal(6)));
        decimal(out, "cumulativeMg", own.flatMap(JsonLines::cumulativeMg));
        out.writeStringField("drug", reading.drug().orElse(null));
        pump(out, reading.pump());
    }

    /** Dose and total belong to the pump that the session is bound to; on another pump's line they would be false. */
    private static boolean isBound(Snapshot after, PumpIdentity pump) {
        return after.link().bound().isPresent() && after.link().bound().equals(pump.serialNumber());
    }

    private static Optional<BigDecimal> cumulativeMg(Snapshot after) {
        return after.dose().concentration().map(_ -> after.totals().course().mg());
    }

    private static void alarm(JsonGenerator out, String type, PumpIdentity pump, PumpAlarm alarm) throws IOException {
        out.writeStringField("type", type);
        out.writeStringField("alarmClass", kebab(alarm.alarmClass()));
        out.writeStringField("code", alarm.code());
        out.writeStringField("text", alarm.text());
        pump(out, pump);
    }

    private static void link(JsonGenerator out, LinkState state) throws IOException {
        out.writeStringField("type", "link");
        out.writeStringField("state", name(state));
        out.writeStringField("reason", reason(state));
    }

    private static void slot(JsonGenerator out, PumpEvent.SlotChanged slot) throws IOException {
        out.writeStringField("type", slot.present() ? "pump-plugged" : "pump-removed");
        pump(out, slot.pump());
    }

    private static void rejected(JsonGenerator out, PumpEvent.Rejected rejected) throws IOException {
        out.writeStringField("type", "rejected");
        out.writeStringField("reason", rejected.reason());
        out.writeStringField("bytesHex", rejected.bytesHex());
        out.writeNumberField("byteCount", rejected.byteCount());
        if (rejected.frameCount() > 1) {
            out.writeNumberField("frameCount", rejected.frameCount());
        }
    }

    private static void pump(JsonGenerator out, PumpIdentity pump) throws IOException {
        out.writeStringField("pump", pump.serialNumber().orElse(null));
    }

    private static void decimal(JsonGenerator out, String field, Optional<BigDecimal> number) throws IOException {
        out.writeFieldName(field);
        if (number.isPresent()) {
            out.writeNumber(number.get().toPlainString());
        } else {
            out.writeNull();
        }
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String name(LinkState state) {
        return switch (state) {
            case LinkState.Closed() -> "closed";
            case LinkState.Connecting connecting -> "connecting";
            case LinkState.Unreachable unreachable -> "unreachable";
            case LinkState.Silent() -> "silent";
            case LinkState.Garbled() -> "garbled";
            case LinkState.Refused refused -> "refused";
            case LinkState.Live() -> "live";
        };
    }

    static String reason(LinkState state) {
        return switch (state) {
            case LinkState.Closed() -> "";
            case LinkState.Connecting(String reason) -> reason;
            case LinkState.Unreachable(String reason) -> reason;
            case LinkState.Silent() -> "the port is open but nothing arrives; check the cable and that the pump is on";
            case LinkState.Garbled() -> "bytes arrive but no valid frame; check the line settings and the chosen pump";
            case LinkState.Refused(String reason) -> reason;
            case LinkState.Live() -> "";
        };
    }
}
