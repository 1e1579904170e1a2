package vigil.ui.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.pump.PumpIdentity;
import vigil.session.Event;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** The one pump whose readings count: the serial number on its label against the one on the wire. */
final class PumpPart implements PartRules {
    static final Question<String> WAY = Question.oneOf("setup.pump.way", Way.values());
    static final Question<String> SERIAL = Question.text("setup.pump.serial");
    static final Question<String> MODEL = Question.text("setup.pump.model");

    /** How its figures reach the console. */
    enum Way {
        WIRE,
        CHARTED
    }

    private static boolean isCharted(Answers answers) {
        return answers.text(WAY).equals(Way.CHARTED.name());
    }

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.answered(answers, WAY));
        if (isCharted(answers)) {
            checks.add(Check.answered(answers, MODEL));
            checks.add(Check.answered(answers, SERIAL));
        } else {
            checks.addAll(wired(answers, now.link().pump()));
        }
        return checks;
    }

    private static List<Check> wired(Answers answers, Optional<PumpIdentity> pump) {
        Check live = Check.that(pump.isPresent(), "setup.lack.pump");
        Optional<String> said = pump.flatMap(PumpIdentity::serialNumber);
        if (said.isEmpty()) {
            return List.of(live);
        }
        boolean same = answers.value(SERIAL)
                .map(typed -> bare(typed).equals(bare(said.get())))
                .orElse(true);
        return List.of(
                live,
                Check.answered(answers, SERIAL),
                Check.that(same, "setup.lack.serial", said.get(), answers.text(SERIAL)));
    }

    /** Blanks on a label mean nothing. */
    private static String bare(String serial) {
        return serial.replaceAll("\\s", "");
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        if (isCharted(answers)) {
            String model = answers.value(MODEL).orElseThrow();
            String serial = answers.value(SERIAL).orElseThrow();
            return List.of((at, by) -> new Event.ChartedPumpBound(at, model, serial, by));
        }
        PumpIdentity pump = now.link().pump().orElseThrow();
        return List.of((at, by) ->
                new Event.PumpBound(at, pump.model(), pump.serialNumber().orElse(""), by));
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        if (!isRecorded(now)) {
            return Answers.NONE;
        }
        boolean charted = now.link().charted();
        return Answers.NONE
                .with(WAY, (charted ? Way.CHARTED : Way.WIRE).name())
                .with(SERIAL, now.link().bound().orElse(""))
                .with(
                        MODEL,
                        charted ? now.link().pump().map(PumpIdentity::model).orElse("") : "");
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.isOpen() && now.link().bound().isPresent();
    }
}
