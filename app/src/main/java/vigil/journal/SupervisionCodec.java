package vigil.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.session.Admission;
import vigil.session.DeliveryCause;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Staff;

/** Pump checks, what people record about the pump, and what the site has chosen, as the fields of an entry. */
final class SupervisionCodec {
    private SupervisionCodec() {}

    /** Every key with its value, so that a later version with other defaults reads what was in force. */
    static void writeSettings(SiteSettings settings, JsonOut out) throws IOException {
        for (var setting : settings.values().entrySet()) {
            out.decimal(setting.getKey().key(), setting.getValue());
        }
    }

    static SiteSettings settings(JsonIn in) {
        Map<SiteSetting, BigDecimal> values = new EnumMap<>(SiteSetting.class);
        for (SiteSetting setting : SiteSetting.values()) {
            in.decimalIfAny(setting.key()).ifPresent(value -> values.put(setting, value));
        }
        return new SiteSettings(values);
    }

    static void writeAdmission(Admission admission, JsonOut out) throws IOException {
        out.flag("experiencedNurses", admission.experiencedNurses());
        out.flag("singleRoom", admission.singleRoom());
        out.text("lineReason", admission.lineReason());
        out.number("weanHours", admission.wean().hours());
    }

    static Admission admission(JsonIn in) {
        return new Admission(
                in.flag("experiencedNurses"),
                in.flag("singleRoom"),
                in.text("lineReason"),
                new Admission.WeanPlan(in.numberIfAny("weanHours")));
    }

    static void writeCheck(Event.PumpChecked checked, JsonOut out) throws IOException {
        PumpCheck check = checked.check();
        out.word("occasion", check.occasion());
        out.words("confirmed", check.confirmed());
        if (check.figures().isPresent()) {
            PumpCheck.Figures figures = check.figures().get();
            out.object("figures", fields -> writeFigures(figures, fields));
        }
        out.text("syringe", check.syringe().sizeAndBrand());
        out.text("changeDue", check.syringe().changeDue().map(Instant::toString));
        out.text("keyPlace", check.keyPlace());
        out.text("note", check.note());
        if (checked.secondChecker().isPresent()) {
            SetUpCodec.writeStaff("secondChecker", checked.secondChecker().get(), out);
        }
    }

    private static void writeFigures(PumpCheck.Figures figures, JsonOut out) throws IOException {
        out.flag("delivering", figures.delivering());
        out.decimal("flowRateMlPerH", figures.flowRate().mlPerH());
        out.decimal("volumeInfusedMl", figures.volumeInfused().ml());
        out.decimal("volumeLeftMl", figures.volumeLeft().map(Volume::ml));
        out.number("batteryPercent", figures.batteryPercent());
    }

    static Event checked(Moment at, JsonIn in) {
        PumpCheck check = new PumpCheck(
                in.word("occasion", PumpCheck.Occasion.class),
                in.words("confirmed", PumpCheck.Item.class),
                in.objectIfAny("figures").map(SupervisionCodec::figures),
                new PumpCheck.Syringe(
                        in.text("syringe"), in.textIfAny("changeDue").map(Instant::parse)),
                in.text("keyPlace"),
                in.text("note"));
        Optional<Staff> second = in.objectIfAny("secondChecker").map(_ -> SetUpCodec.staff("secondChecker", in));
        return new Event.PumpChecked(at, check, SetUpCodec.staff("by", in), second);
    }

    private static PumpCheck.Figures figures(JsonIn in) {
        return new PumpCheck.Figures(
                in.flag("delivering"),
                new FlowRate(in.decimal("flowRateMlPerH")),
                new Volume(in.decimal("volumeInfusedMl")),
                in.decimalIfAny("volumeLeftMl").map(Volume::new),
                in.numberIfAny("batteryPercent"));
    }

    static Event explained(Moment at, JsonIn in) {
        DeliveryCause cause = in.word("cause", DeliveryCause.class);
        return new Event.DeliveryExplained(at, cause, in.text("note"), SetUpCodec.staff("by", in));
    }
}
