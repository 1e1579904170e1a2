package vigil.cli;

import java.util.List;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;

/** A pump event in one line for a person at a terminal; ordinary readings say nothing. */
final class PlainWords {
    private PlainWords() {}

    static List<String> of(PumpEvent event) {
        String at = event.at().utc().toString();
        return switch (event) {
            case PumpEvent.Reading _ -> List.of();
            case PumpEvent.AlarmStarted(Moment _, PumpIdentity pump, PumpAlarm alarm) ->
                List.of("%s  %s says: %s (%s)".formatted(at, pump.model(), alarm.text(), alarm.code()));
            case PumpEvent.AlarmEnded(Moment _, PumpIdentity pump, PumpAlarm alarm) ->
                List.of("%s  %s no longer says: %s (%s)".formatted(at, pump.model(), alarm.text(), alarm.code()));
            case PumpEvent.LinkChanged(Moment _, LinkState state) -> List.of(link(at, state));
            case PumpEvent.SlotChanged slot ->
                List.of("%s  slot %s: %s"
                        .formatted(at, slot.pump().address(), slot.present() ? "pump plugged in" : "pump taken out"));
            case PumpEvent.Rejected rejected -> List.of(rejected(at, rejected));
        };
    }

    private static String rejected(String at, PumpEvent.Rejected rejected) {
        String many = rejected.frameCount() == 1 ? "" : " in %d stretches, the last".formatted(rejected.frameCount());
        return "%s  rejected %d bytes%s: %s".formatted(at, rejected.byteCount(), many, rejected.reason());
    }

    private static String link(String at, LinkState state) {
        String reason = JsonLines.reason(state);
        return "%s  link %s%s".formatted(at, JsonLines.name(state), reason.isEmpty() ? "" : ": " + reason);
    }
}
