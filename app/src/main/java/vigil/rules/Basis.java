package vigil.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vigil.dose.DoseLimit;
import vigil.dose.DoseRate;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.Decimals;
import vigil.pump.FlowRate;
import vigil.rules.Finding.BasisLine;
import vigil.session.Sign;
import vigil.session.Stamp;

/** The sums that findings rest on, as a prompt shows them: numbers with units, no words of any language. */
final class Basis {
    private static final int MG_DECIMALS = 2;
    /** No, unsure, yes. */
    private static final String ANSWERS = "NUY";

    private Basis() {}

    /** {@code 8.8 mL/h × 4 mg/mL}, {@code 35.20 mg/h}. */
    static BasisLine mass(FlowRate flowRate, Concentration concentration, DoseRate rate) {
        String sum = ml(flowRate) + " × " + plain(concentration.mgPerMl()) + " mg/mL";
        return new BasisLine(sum, mgPerH(rate.mgPerH()));
    }

    /** {@code 35.20 mg/h ÷ 70 kg}, {@code 0.503 mg/kg/h}. */
    static BasisLine byWeight(DoseRate rate) {
        return new BasisLine(mgPerH(rate.mgPerH()) + " ÷ " + kg(rate.weight()), rate.toDisplay() + " mg/kg/h");
    }

    /** {@code 0.5 mg/kg/h × 70 kg}, {@code 35.00 mg/h}: the limit as it is compared. */
    static BasisLine limit(DoseLimit limit, DosingWeight weight) {
        String sum = plain(limit.mgPerKgPerH()) + " mg/kg/h × " + kg(weight);
        return new BasisLine(sum, mgPerH(limit.mgPerKgPerH().multiply(weight.kg())));
    }

    /** {@code 26.00 mg/h > 25.00 mg/h}: a dose without weight against the site's cap (A26). */
    static BasisLine cap(DoseRate rate, BigDecimal capMgPerH) {
        return new BasisLine(mgPerH(rate.mgPerH()) + " > " + mgPerH(capMgPerH), "");
    }

    /** {@code 0.3 mL > 1.75 mL/h × 60 s + 0.2 mL}. */
    static BasisLine jump(BigDecimal volumeMl, BigDecimal mlPerH, Duration in, BigDecimal guardMl) {
        String allowed = plain(mlPerH) + " mL/h × " + plain(seconds(in)) + " s + " + plain(guardMl) + " mL";
        return new BasisLine(plain(Decimals.canonical(volumeMl)) + " mL > " + allowed, "");
    }

    private static BigDecimal seconds(Duration length) {
        return Decimals.canonical(BigDecimal.valueOf(length.toNanos(), 9));
    }

    /** {@code 73 kg − 70 kg}, {@code 3 kg}. */
    static BasisLine weights(DosingWeight now, DosingWeight before) {
        return new BasisLine(kg(now) + " − " + kg(before), plain(now.kg().subtract(before.kg())) + " kg");
    }

    /** {@code 4 mg/mL ≠ 5 mg/mL}. */
    static BasisLine concentrations(Concentration pump, Concentration confirmed) {
        return new BasisLine(plain(pump.mgPerMl()) + " mg/mL ≠ " + plain(confirmed.mgPerMl()) + " mg/mL", "");
    }

    /** {@code 1.75 mL/h > 1.4 mL/h}, without a result. */
    static BasisLine above(FlowRate flowRate, FlowRate ordered) {
        return new BasisLine(ml(flowRate) + " > " + ml(ordered), "");
    }

    static BasisLine flow(FlowRate flowRate) {
        return new BasisLine(ml(flowRate), "");
    }

    /** What has passed and what may pass, each with what it is. */
    static List<BasisLine> labelledTime(String label, Duration passed, Duration limit) {
        return List.of(BasisLine.labelled(label, clock(passed)), BasisLine.labelled("basis.limit", clock(limit)));
    }

    /** The answers that have risen: grade at the baseline and now, {@code 0 → 2}; N, U, Y for the D items. */
    static List<BasisLine> signs(List<Sign> signs) {
        return signs.stream().map(Basis::sign).toList();
    }

    private static BasisLine sign(Sign sign) {
        boolean answer = sign.item().startsWith("D") && sign.item().length() == 2;
        boolean grade = sign.item().startsWith("S");
        String change = answer
                ? ANSWERS.charAt(sign.before()) + " → " + ANSWERS.charAt(sign.now())
                : grade ? sign.before() + " → " + sign.now() : "";
        return BasisLine.labelled("item." + sign.item(), change);
    }

    /** A figure with what it is. */
    static BasisLine figure(String label, String figure) {
        return BasisLine.labelled(label, figure);
    }

    /** A calendar day of the ward, as {@code 2026-03-02}. */
    static BasisLine day(String label, Stamp at, ZoneId zone) {
        return BasisLine.labelled(
                label, LocalDate.ofInstant(at.at().utc(), zone).toString());
    }

    static BasisLine labelledFlow(String label, FlowRate flowRate) {
        return BasisLine.labelled(label, ml(flowRate));
    }

    /** {@code 25:10 h − 24:00 h}: a time that has passed against its limit. */
    static BasisLine time(Duration passed, Duration limit) {
        return new BasisLine(clock(passed), clock(limit));
    }

    /** {@code 2 ≠ 1}: how many opioids there are. */
    static BasisLine notOne(long count) {
        return new BasisLine(count + " ≠ 1", "");
    }

    private static String mgPerH(BigDecimal mgPerH) {
        BigDecimal exact =
                mgPerH.scale() > MG_DECIMALS ? mgPerH : mgPerH.setScale(MG_DECIMALS, RoundingMode.UNNECESSARY);
        return plain(exact) + " mg/h";
    }

    private static String ml(FlowRate flowRate) {
        return plain(flowRate.mlPerH()) + " mL/h";
    }

    private static String kg(DosingWeight weight) {
        return plain(weight.kg()) + " kg";
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String clock(Duration passed) {
        int minutes = passed.toMinutesPart();
        int seconds = passed.toSecondsPart();
        return passed.toHours() + (minutes < 10 ? ":0" : ":") + minutes + (seconds < 10 ? ":0" : ":") + seconds;
    }
}
