package vigil.ui.setup;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vigil.ui.form.ChoiceField;
import vigil.ui.form.Field;
import vigil.ui.form.FormPage;
import vigil.ui.form.LineField;
import vigil.ui.form.NoteField;
import vigil.ui.form.Question;
import vigil.ui.form.SearchField;
import vigil.ui.form.TickField;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** Where the fields of each part stand. */
record PartPages(SetUpEntry entry, Density density, Phrases phrases, Runnable done) {
    private static final int LINES = 2;

    /** The page of a part; {@code course}: the infusion has begun. */
    FormPage of(Part part, boolean course) {
        FormPage page = new FormPage(done);
        Field.Place at = new Field.Place(entry.form(part), phrases, density);
        switch (part) {
            case PATIENT -> patient(page, at);
            case WEIGHT -> weight(page, at);
            case PURPOSE -> purpose(page, at);
            case ASSESSMENT -> assessment(page, at);
            case SCORES -> scores(page, at);
            case OPIOIDS -> opioids(page, at);
            case DRUG -> drug(page, at);
            case ORDER -> order(page, at, course);
            case LINE -> line(page, at);
            case WARD -> ward(page, at);
            case DISCHARGE -> discharge(page, at);
            case PUMP -> pump(page, at);
            case SIZE -> size(page, at);
        }
        page.show();
        return page;
    }

    private static void patient(FormPage page, Field.Place at) {
        page.row(new LineField(PatientPart.FAMILY, at), new LineField(PatientPart.GIVEN, at))
                .row(new LineField(PatientPart.MRN, at).identifier(), new LineField(PatientPart.BORN, at))
                .row(new LineField(PatientPart.ALLERGIES, at).wide(2), new LineField(PatientPart.ROOM, at));
    }

    private void weight(FormPage page, Field.Place at) {
        page.row(
                new LineField(WeightPart.VALUE, at),
                ChoiceField.one(WeightPart.UNIT, at),
                new LineField(WeightPart.AGAIN, at));
        Field source = new LineField(WeightPart.SOURCE, at);
        Field date = new LineField(WeightPart.DATE, at);
        Field checker = new LineField(WeightPart.CHECKER, at);
        Field checkerName = new LineField(WeightPart.CHECKER_NAME, at);
        if (density.isCompact()) {
            page.row(ChoiceField.one(WeightPart.BASIS, at).wide(1.6), date).row(source, checker.wide(1.2), checkerName);
        } else {
            page.row(ChoiceField.one(WeightPart.BASIS, at))
                    .row(source.wide(1.4), date)
                    .row(checker, checkerName.wide(2));
        }
    }

    private static void size(FormPage page, Field.Place at) {
        page.row(
                        new LineField(SizePart.HEIGHT, at),
                        ChoiceField.one(SizePart.DOSED_ON, at).wide(2))
                .row(new LineField(SizePart.REASON, at));
    }

    private void purpose(FormPage page, Field.Place at) {
        page.row(ChoiceField.several(PurposePart.PURPOSES, at, 3));
        if (density.isCompact()) {
            page.row(ChoiceField.several(PurposePart.REASONS, at, 3))
                    .row(new TickField(PurposePart.CENTRAL, at), ChoiceField.one(PurposePart.PLAN, at));
        } else {
            page.row(new TickField(PurposePart.CENTRAL, at))
                    .row(ChoiceField.several(PurposePart.REASONS, at, 3))
                    .row(ChoiceField.one(PurposePart.PLAN, at));
        }
    }

    private void assessment(FormPage page, Field.Place at) {
        if (density.isCompact()) {
            page.row(note(AssessmentPart.CARE, at), note(AssessmentPart.EXPECTANCY, at), note(AssessmentPart.GOAL, at))
                    .row(note(AssessmentPart.HARM, at), note(AssessmentPart.SUCCESS, at));
        } else {
            page.row(note(AssessmentPart.CARE, at), note(AssessmentPart.EXPECTANCY, at))
                    .row(note(AssessmentPart.GOAL, at), note(AssessmentPart.HARM, at))
                    .row(note(AssessmentPart.SUCCESS, at));
        }
    }

    private static NoteField note(Question<String> question, Field.Place at) {
        return new NoteField(question, at, LINES);
    }

    private static void scores(FormPage page, Field.Place at) {
        page.row(
                        new LineField(ScoresPart.SEVERITY, at),
                        new LineField(ScoresPart.INTERFERENCE, at),
                        new LineField(ScoresPart.PSEQ, at))
                .row(new LineField(ScoresPart.OTHER, at))
                .row(new LineField(ScoresPart.WAIVED, at));
    }

    /** The names of the columns stand once, above the first row. */
    private void opioids(FormPage page, Field.Place at) {
        page.getStyleClass().add("dense");
        Field.Place close = new Field.Place(at.form(), phrases, Density.NORMAL);
        for (int row = 1; row <= OpioidPart.ROWS; row++) {
            Field[] fields = {
                new SearchField(OpioidPart.SUBSTANCE.nth(row), close).wide(2.1),
                new SearchField(OpioidPart.ROUTE.nth(row), close).wide(1.4),
                new LineField(OpioidPart.AMOUNT.nth(row), close),
                new SearchField(OpioidPart.UNIT.nth(row), close).wide(1.1)
            };
            for (Field field : fields) {
                field.withoutLimits();
                if (row > 1) {
                    field.withoutName();
                }
            }
            page.row(fields);
        }
        page.row(new TickField(OpioidPart.NONE, close));
    }

    private void drug(FormPage page, Field.Place at) {
        page.row(
                        ChoiceField.one(DrugPart.DRUG, at).wide(1.9),
                        new LineField(DrugPart.AMOUNT, at),
                        new LineField(DrugPart.VOLUME, at))
                .row(new LineField(DrugPart.DILUENT, at))
                .row(new LineField(DrugPart.CHECKER, at), new LineField(DrugPart.CHECKER_NAME, at).wide(2))
                .with(hint("setup.drug.hint"));
    }

    private Label hint(String key) {
        Label hint = Texts.label("small", "soft");
        hint.setText(phrases.text(key));
        hint.setWrapText(true);
        return hint;
    }

    private static void order(FormPage page, Field.Place at, boolean course) {
        if (course) {
            page.row(ChoiceField.one(OrderPart.KIND, at), new LineField(OrderPart.PRESCRIBER, at));
        }
        page.row(
                new LineField(OrderPart.RATE, at),
                new LineField(OrderPart.LOWEST, at).withoutLimits(),
                new LineField(OrderPart.HIGHEST, at).withoutLimits());
        if (!course) {
            page.row(new LineField(OrderPart.PRESCRIBER, at));
        }
    }

    private static void line(FormPage page, Field.Place at) {
        page.row(ChoiceField.one(LinePart.ROUTE, at))
                .row(new TickField(LinePart.DEDICATED, at), new LineField(LinePart.SITE, at))
                .row(new LineField(LinePart.REASON, at));
    }

    private static void ward(FormPage page, Field.Place at) {
        page.row(new TickField(WardPart.NURSES, at), new TickField(WardPart.ROOM, at))
                .row(ChoiceField.one(WardPart.WEAN, at).wide(2), new LineField(WardPart.HOURS, at));
    }

    private static void discharge(FormPage page, Field.Place at) {
        page.row(note(DischargePart.CONTACTS, at))
                .row(new TickField(DischargePart.RELAPSE, at), new TickField(DischargePart.EMERGENCY, at))
                .row(new TickField(DischargePart.INFORMED, at), new TickField(DischargePart.FOLLOW_UP, at))
                .row(new TickField(DischargePart.LETTER, at));
    }

    private static void pump(FormPage page, Field.Place at) {
        page.row(ChoiceField.one(PumpPart.WAY, at))
                .row(new LineField(PumpPart.SERIAL, at).identifier(), new LineField(PumpPart.MODEL, at));
    }

    /** A box for figures that come from what is entered. */
    static VBox sums() {
        VBox box = new VBox();
        box.getStyleClass().add("setup-sums");
        box.setId("setup-sums");
        return box;
    }
}
