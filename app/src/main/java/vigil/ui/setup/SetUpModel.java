package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.dose.DoseLimit;
import vigil.dose.DoseRate;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.opioid.Omedd;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidDose;
import vigil.session.SiteSetting;
import vigil.ui.attention.ConditionWords;
import vigil.ui.form.FormWords;
import vigil.ui.parts.Phrases;
import vigil.ui.setup.SetUpEntry.State;

/**
 * What the set-up view shows, in ready words.
 *
 * @param rows the parts, in order
 * @param title of the open part
 * @param foot what still holds the open part back, or what saving it will do
 * @param save what the primary button says
 * @param savable true once nothing holds the open part back
 * @param sums how figures of the open part come about
 * @param cards what stands beside it
 */
record SetUpModel(
        List<Row> rows, String title, String foot, String save, boolean savable, List<Sum> sums, List<Card> cards) {
    /** How far a part is. */
    enum Mark {
        DONE,
        HALF,
        OPEN
    }

    record Row(Part part, String name, Mark mark, String count) {}

    /** One line of figures: its words, then cells from the right. */
    record Sum(String words, List<String> cells) {}

    /**
     * What stands beside the fields.
     *
     * @param first true for what holds the start back
     * @param aside what a physician has set aside, with who, when and why
     */
    record Card(String title, List<String> lines, boolean first, String note, List<String> aside) {
        Card(String title, List<String> lines, boolean first, String note) {
            this(title, lines, first, note, List.of());
        }
    }

    /** {@code room}: lines that the cards may take together, and signs that a line has. */
    static SetUpModel of(SetUpEntry entry, Seen seen, Room room) {
        return new Reader(entry, seen.now(), seen.snapshot(), seen.phrases(), room).read();
    }

    /** What is in the record, and in which words it is told. */
    record Seen(Snapshot snapshot, Situation now, Phrases phrases) {}

    /** What there is beside the fields. */
    record Room(int lines, int signs) {
        int taken(Card card) {
            int lines = card.aside().isEmpty() ? 2 : 3;
            for (String line : card.lines()) {
                lines += (line.length() + signs - 1) / signs;
            }
            for (String line : card.aside()) {
                lines += (line.length() + signs - 1) / signs;
            }
            return lines + (card.note().length() + signs - 1) / signs;
        }
    }

    private record Reader(SetUpEntry entry, Situation now, Snapshot snapshot, Phrases phrases, Room room) {
        SetUpModel read() {
            return new SetUpModel(
                    Arrays.stream(Part.values()).map(this::row).toList(),
                    phrases.text("setup.title" + "." + entry.part()),
                    foot(),
                    save(),
                    entry.isSavable(now),
                    sums(),
                    cards());
        }

        private Row row(Part part) {
            boolean changed = entry.isChanged(part, now);
            boolean done = part.rules().isRecorded(now) && !changed;
            boolean empty = entry.answers(part).isEmpty();
            Mark mark = done ? Mark.DONE : empty ? Mark.OPEN : Mark.HALF;
            return new Row(part, phrases.text(part.nameKey()), mark, mark == Mark.HALF ? count(part, changed) : "");
        }

        private String count(Part part, boolean changed) {
            List<Check> all = entry.checks(part, now).stream()
                    .filter(check -> check.question().isPresent())
                    .toList();
            long met = all.stream().filter(Check::met).count();
            return changed && met == all.size()
                    ? phrases.text("setup.unsaved")
                    : phrases.text("setup.count", Long.toString(met), Integer.toString(all.size()));
        }

        private String foot() {
            return switch (entry.state()) {
                case State.Saving() -> phrases.text("entry.saving");
                case State.Saved(Part saved) -> phrases.text("setup.saved", phrases.text(saved.nameKey()));
                case State.Refused(String reason) -> phrases.text("entry.refused", reason);
                case State.Open() -> open();
            };
        }

        private String open() {
            if (!entry.isChanged(entry.part(), now)) {
                return entry.part().rules().isRecorded(now) ? phrases.text("setup.recorded") : "";
            }
            return firstLack(entry.part()).orElseGet(this::consequence);
        }

        /** What holds the part back; a field that is still empty comes last. */
        private Optional<String> firstLack(Part part) {
            List<Check> lacking = entry.checks(part, now).stream()
                    .filter(check -> check.blocks() && !check.met())
                    .toList();
            return lacking.stream()
                    .filter(check -> !isEmpty(part, check))
                    .findFirst()
                    .or(() -> lacking.stream().findFirst())
                    .map(check -> isEmpty(part, check)
                            ? phrases.text("setup.still", words(part, check))
                            : words(part, check));
        }

        private boolean isEmpty(Part part, Check check) {
            return check.question()
                    .filter(question -> entry.answers(part).isSound(question))
                    .isPresent();
        }

        private String words(Part part, Check check) {
            return check.question()
                    .map(question -> new FormWords(phrases).lack(question, entry.answers(part)))
                    .orElseGet(() -> phrases.words()
                            .localised(
                                    phrases.text(check.lack(), check.arguments().toArray(String[]::new))));
        }

        private String consequence() {
            List<AlarmCondition> raised =
                    entry.foreseen(now).map(Foresight::raised).orElse(List.of());
            Optional<String> refusal = entry.foreseen(now).flatMap(Foresight::refusal);
            if (refusal.isPresent()) {
                return phrases.text("entry.refused", refusal.get());
            }
            if (raised.isEmpty()) {
                return phrases.text(isUnchecked() ? "setup.unchecked" : "setup.complete");
            }
            ConditionWords first = new ConditionWords(raised.getFirst(), snapshot, phrases);
            return phrases.text("entry.raises", first.title(), first.action());
        }

        private boolean isUnchecked() {
            return entry.part() == Part.DRUG
                    && DrugPart.checker(entry.answers(Part.DRUG)).isEmpty();
        }

        private String save() {
            Part part = entry.part();
            boolean opens = part == Part.PATIENT && !now.isOpen();
            boolean orders = part == Part.ORDER && OrderPart.isCourse(now);
            return phrases.text(
                    opens
                            ? "setup.save.open"
                            : part == Part.DRUG
                                    ? (isUnchecked() ? "setup.save.unchecked" : "setup.save.checked")
                                    : orders ? "setup.save.order" : "setup.save");
        }

        private List<Sum> sums() {
            return switch (entry.part()) {
                case WEIGHT -> weight();
                case DRUG -> strength();
                case ORDER -> order();
                case PUMP -> pump();
                case SIZE -> size();
                case PATIENT, PURPOSE, ASSESSMENT, SCORES, OPIOIDS, LINE, WARD, DISCHARGE -> List.of();
            };
        }

        private List<Sum> weight() {
            return WeightPart.kg(entry.answers(Part.WEIGHT))
                    .map(kg -> new Sum(phrases.text("setup.weight.sum"), List.of(exact(kg) + " kg")))
                    .stream()
                    .toList();
        }

        /** Every weight is shown, whichever doses go by (A15). */
        private List<Sum> size() {
            return SizePart.size(entry.answers(Part.SIZE), now)
                    .map(size -> List.of(
                            sum("setup.size.bmi", size.bodyMassIndex(), "kg/m²"),
                            sum("setup.size.actual", size.actual().kg(), "kg"),
                            sum("setup.size.ideal", size.idealKg(), "kg"),
                            sum("setup.size.adjusted", size.adjustedKg(), "kg"),
                            sum("setup.weight.sum", size.dosedKg(), "kg")))
                    .orElse(List.of());
        }

        private Sum sum(String key, BigDecimal value, String unit) {
            return new Sum(phrases.text(key), List.of(exact(value) + " " + unit));
        }

        private List<Sum> strength() {
            return DrugPart.strength(entry.answers(Part.DRUG))
                    .map(it -> new Sum(phrases.text("setup.drug.sum"), List.of(exact(it.mgPerMl()) + " mg/mL")))
                    .stream()
                    .toList();
        }

        private String exact(BigDecimal number) {
            return phrases.words().exact(number);
        }

        private List<Sum> order() {
            List<Sum> table = new ArrayList<>();
            now.dosing().ifPresent(dosing -> {
                String head = phrases.text(
                        "setup.order.table",
                        exact(dosing.concentration().mgPerMl()),
                        exact(dosing.weight().kg()));
                table.add(new Sum(head, List.of("mL/h", "mg/h", "mg/kg/h")));
            });
            OrderPart.table(entry.answers(Part.ORDER), now)
                    .forEach(row -> table.add(new Sum(
                            phrases.text(row.key()),
                            List.of(
                                    phrases.words().decimal(row.flowRate().mlPerH(), 2),
                                    phrases.words().decimal(row.dose().mgPerH(), 2),
                                    phrases.words().decimal(row.dose().toDecimal(3), 3)))));
            return table;
        }

        private List<Sum> pump() {
            return now
                    .link()
                    .pump()
                    .map(pump -> new Sum(
                            phrases.text("setup.pump.sum"),
                            List.of(pump.model() + " " + pump.serialNumber().orElse(Phrases.NO_VALUE))))
                    .stream()
                    .toList();
        }

        private List<Card> cards() {
            List<Card> shown = new ArrayList<>();
            int taken = 0;
            for (Card card : byWeight()) {
                int more = room.taken(card);
                if (card.first() || (!card.lines().isEmpty() && taken + more <= room.lines())) {
                    shown.add(card);
                    taken += more;
                }
            }
            return shown;
        }

        /** What belongs to the open part comes right after what is missing; what has no room is left out. */
        private List<Card> byWeight() {
            return entry.part() == Part.OPIOIDS
                    ? List.of(missing(), omedd(), advice(), beforeClosed())
                    : entry.part() == Part.DISCHARGE
                            ? List.of(missing(), beforeClosed(), advice(), omedd())
                            : List.of(missing(), advice(), beforeClosed(), omedd());
        }

        private Card missing() {
            List<String> lines = Arrays.stream(Part.values())
                    .filter(part -> part.isMissing(now))
                    .map(this::missing)
                    .toList();
            String note = !lines.isEmpty()
                    ? ""
                    : phrases.text(OrderPart.isCourse(now) ? "setup.card.running" : "setup.card.ready");
            return new Card(phrases.text("setup.card.missing"), lines, true, note, aside());
        }

        private List<String> aside() {
            return now.isOpen()
                    ? snapshot.care().ward().overrides().stream()
                            .filter(it -> it.rule().isOfSetUp())
                            .map(it -> phrases.text(
                                    "setup.set-aside",
                                    it.rule().name(),
                                    it.physician(),
                                    phrases.clock(it.at().at().utc()),
                                    it.by().initials(),
                                    it.reason()))
                            .toList()
                    : List.of();
        }

        private String missing(Part part) {
            String name = phrases.text("setup.missing" + "." + part);
            boolean open = part == entry.part() && now.isOpen() && entry.isChanged(part, now);
            return open ? name + ": " + firstLack(part).orElseGet(() -> phrases.text("setup.unsaved")) : name;
        }

        private Card advice() {
            List<String> lines = new ArrayList<>();
            advise(lines, !Part.SCORES.rules().isRecorded(now), "setup.advice.R4");
            advise(
                    lines,
                    !now.admission().experiencedNurses() || !now.admission().singleRoom(),
                    "setup.advice.R6");
            advise(
                    lines,
                    !LinePart.isPreferred(entry.answers(Part.LINE))
                            && now.admission().lineReason().isBlank(),
                    "setup.advice.R8");
            advise(lines, isOutsideInduction(), "setup.advice.R11");
            advise(lines, now.preparation().admission().isEmpty(), "setup.advice.R13");
            long substances = OpioidPart.doses(entry.answers(Part.OPIOIDS)).stream()
                    .map(OpioidDose::substance)
                    .distinct()
                    .count();
            advise(lines, substances > 1, "setup.advice.R20");
            return new Card(phrases.text("setup.card.advice"), lines, false, "");
        }

        private void advise(List<String> lines, boolean so, String key) {
            if (so) {
                lines.add(phrases.text(key));
            }
        }

        private boolean isOutsideInduction() {
            if (OrderPart.isCourse(now)) {
                return false;
            }
            Optional<DoseRate> dose = OrderPart.dose(entry.answers(Part.ORDER), now);
            DoseLimit low = now.preparation().settings().limit(SiteSetting.INDUCTION_LOW);
            DoseLimit high = now.preparation().settings().limit(SiteSetting.INDUCTION_HIGH);
            return dose.map(it -> it.isBelow(low) || it.isAbove(high)).orElse(false);
        }

        private Card beforeClosed() {
            List<String> lines = new ArrayList<>();
            var plan = now.preparation().discharge();
            advise(lines, !plan.map(it -> it.relapsePlan()).orElse(false), "setup.closed.R22");
            advise(lines, !plan.map(it -> it.emergencyPlan()).orElse(false), "setup.closed.R23");
            advise(
                    lines,
                    !plan.map(it -> it.practitionerInformed() && it.followUpBooked())
                            .orElse(false),
                    "setup.closed.R24");
            return new Card(phrases.text("setup.card.closed"), lines, false, "");
        }

        private Card omedd() {
            OmeddTable table = OmeddTable.current();
            List<OpioidDose> doses = OpioidPart.doses(entry.answers(Part.OPIOIDS));
            Omedd sum = table.sum(doses);
            List<String> lines = new ArrayList<>();
            for (OpioidDose dose : doses) {
                lines.add(line(table, dose));
            }
            String title = sum.hasSum()
                    ? phrases.text("setup.card.omedd", phrases.words().decimal(sum.mgPerDay(), 1))
                    : phrases.text("setup.card.no-omedd");
            String note = phrases.text("setup.omedd.note", table.version());
            return new Card(title, lines, false, note);
        }

        private String line(OmeddTable table, OpioidDose dose) {
            String taken = dose.substance() + " " + exact(dose.amount()) + " "
                    + dose.unit().symbol();
            return table.mgPerDay(dose)
                    .flatMap(mg -> table.factor(dose)
                            .map(factor -> taken + " × " + exact(factor) + " = "
                                    + phrases.words().decimal(mg, 1)))
                    .orElseGet(() -> phrases.text("setup.omedd.not", taken));
        }
    }
}
