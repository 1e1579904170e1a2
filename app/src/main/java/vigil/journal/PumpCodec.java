package vigil.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;

/**
 * What a pump said, as the fields of an entry. One reading a second is written for days, so a reading's names are short:
 *
 * <pre>
 * p model          n serial number    a address            s delivery status
 * q flow rate mL/h v infused mL       r remaining mL       i VTBI mL          t time remaining, s
 * d drug           c conc. mg/mL      u pump's dose rate   o pressure %
 * h pressure mmHg  y syringe mL       b battery, s         m on mains         x bolus, if active
 * z silenced       k device time, s   e remarks: field, quality, raw text, ...
 * </pre>
 */
final class PumpCodec {
    private PumpCodec() {}

    static void write(PumpEvent said, JsonOut out) throws IOException {
        switch (said) {
            case PumpEvent.Reading(var reading) -> writeReading(reading, out);
            case PumpEvent.AlarmStarted started -> writeAlarm(started.pump(), started.alarm(), out);
            case PumpEvent.AlarmEnded ended -> writeAlarm(ended.pump(), ended.alarm(), out);
            case PumpEvent.LinkChanged changed -> writeState(changed.state(), out);
            case PumpEvent.SlotChanged changed -> {
                writePump(changed.pump(), out);
                out.flag("present", changed.present());
            }
            case PumpEvent.Rejected rejected -> writeRejected(rejected, out);
        }
    }

    private static void writePump(PumpIdentity pump, JsonOut out) throws IOException {
        out.text("p", pump.model());
        out.text("n", pump.serialNumber());
        out.text("a", pump.address());
    }

    private static PumpIdentity pump(JsonIn in) {
        return new PumpIdentity(in.text("p"), in.textIfAny("n"), in.text("a"));
    }

    private static void writeReading(PumpReading reading, JsonOut out) throws IOException {
        writePump(reading.pump(), out);
        out.word("s", reading.deliveryStatus());
        out.decimal("q", reading.flowRate().map(FlowRate::mlPerH));
        out.decimal("v", reading.volumeInfused().map(Volume::ml));
        out.decimal("r", reading.volumeRemaining().map(Volume::ml));
        out.decimal("i", reading.vtbi().map(Volume::ml));
        out.seconds("t", reading.timeRemaining());
        out.text("d", reading.drug());
        out.decimal("c", reading.concentration().map(Concentration::mgPerMl));
        out.text("u", reading.pumpDoseRate());
        out.decimal("o", reading.pressurePercent());
        out.decimal("h", reading.pressureMmHg());
        out.decimal("y", reading.syringe().map(Volume::ml));
        out.seconds("b", reading.batteryRemaining());
        out.flag("m", reading.onMains());
        if (reading.bolusActive()) {
            out.flag("x", true);
        }
        out.flag("z", reading.silenced());
        out.number("k", reading.deviceTimeS());
        writeRemarks(reading.remarks(), out);
    }

    static PumpEvent reading(Moment at, JsonIn in) {
        return new PumpEvent.Reading(new PumpReading(
                at,
                pump(in),
                in.word("s", DeliveryStatus.class),
                in.decimalIfAny("q").map(FlowRate::new),
                in.decimalIfAny("v").map(Volume::new),
                in.decimalIfAny("r").map(Volume::new),
                in.secondsIfAny("t"),
                in.decimalIfAny("o"),
                in.decimalIfAny("h"),
                in.flagIfAny("x").orElse(false),
                setting(in),
                in.longIfAny("k"),
                remarks(in)));
    }

    private static PumpReading.Setting setting(JsonIn in) {
        return new PumpReading.Setting(
                in.decimalIfAny("i").map(Volume::new),
                in.textIfAny("d"),
                in.decimalIfAny("c").map(Concentration::new),
                in.textIfAny("u"),
                in.decimalIfAny("y").map(Volume::new),
                in.secondsIfAny("b"),
                in.flagIfAny("m"),
                in.flagIfAny("z"));
    }

    private static void writeRemarks(List<Remark> remarks, JsonOut out) throws IOException {
        if (remarks.isEmpty()) {
            return;
        }
        List<String> flat = new ArrayList<>();
        remarks.forEach(each -> flat.addAll(List.of(each.field(), each.quality().name(), each.raw())));
        out.texts("e", flat);
    }

    private static List<Remark> remarks(JsonIn in) {
        if (!in.node().has("e")) {
            return List.of();
        }
        List<String> flat = in.texts("e");
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i + 2 < flat.size(); i += 3) {
            remarks.add(new Remark(flat.get(i), Quality.valueOf(flat.get(i + 1)), flat.get(i + 2)));
        }
        return remarks;
    }

    private static void writeAlarm(PumpIdentity pump, PumpAlarm alarm, JsonOut out) throws IOException {
        writePump(pump, out);
        out.word("class", alarm.alarmClass());
        out.text("code", alarm.code());
        out.text("text", alarm.text());
    }

    static PumpEvent alarmStarted(Moment at, JsonIn in) {
        return new PumpEvent.AlarmStarted(at, pump(in), alarm(in));
    }

    static PumpEvent alarmEnded(Moment at, JsonIn in) {
        return new PumpEvent.AlarmEnded(at, pump(in), alarm(in));
    }

    private static PumpAlarm alarm(JsonIn in) {
        return new PumpAlarm(in.word("class", AlarmClass.class), in.text("code"), in.text("text"));
    }

    private static void writeState(LinkState state, JsonOut out) throws IOException {
        switch (state) {
            case LinkState.Closed _ -> out.text("state", "closed");
            case LinkState.Connecting(var reason) -> writeState("connecting", reason, out);
            case LinkState.Unreachable(var reason) -> writeState("unreachable", reason, out);
            case LinkState.Silent _ -> out.text("state", "silent");
            case LinkState.Garbled _ -> out.text("state", "garbled");
            case LinkState.Refused(var reason) -> writeState("refused", reason, out);
            case LinkState.Live _ -> out.text("state", "live");
        }
    }

    private static void writeState(String word, String reason, JsonOut out) throws IOException {
        out.text("state", word);
        out.text("reason", reason);
    }

    static PumpEvent linkChanged(Moment at, JsonIn in) {
        return new PumpEvent.LinkChanged(at, state(in));
    }

    private static LinkState state(JsonIn in) {
        String word = in.text("state");
        return switch (word) {
            case "closed" -> new LinkState.Closed();
            case "connecting" -> new LinkState.Connecting(in.text("reason"));
            case "unreachable" -> new LinkState.Unreachable(in.text("reason"));
            case "silent" -> new LinkState.Silent();
            case "garbled" -> new LinkState.Garbled();
            case "refused" -> new LinkState.Refused(in.text("reason"));
            case "live" -> new LinkState.Live();
            default -> throw new IllegalArgumentException("link state '%s' is not known".formatted(word));
        };
    }

    static PumpEvent slotChanged(Moment at, JsonIn in) {
        return new PumpEvent.SlotChanged(at, pump(in), in.flag("present"));
    }

    private static void writeRejected(PumpEvent.Rejected rejected, JsonOut out) throws IOException {
        out.text("reason", rejected.reason());
        out.text("bytes", rejected.bytesHex());
        out.number("count", rejected.byteCount());
        if (rejected.frameCount() > 1) {
            out.number("frames", rejected.frameCount());
        }
    }

    static PumpEvent rejected(Moment at, JsonIn in) {
        int frames = in.numberIfAny("frames").orElse(1);
        return new PumpEvent.Rejected(at, in.text("reason"), in.text("bytes"), in.number("count"), frames);
    }
}
