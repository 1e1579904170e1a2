package vigil.ui.check;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import vigil.session.PumpCheck;
import vigil.ui.form.Question;

/** What a check of pump and line asks for (clinical rules, section 10). */
final class CheckAsks {
    static final String RUNS = "RUNS";
    static final String STANDS = "STANDS";

    static final Question<String> OCCASION = Question.oneOf("check.occasion", PumpCheck.Occasion.values());
    static final Question<String> STATE = Question.oneOf("check.state", List.of(RUNS, STANDS));
    static final Question<BigDecimal> RATE = Question.number("check.rate", "0", "1200", 2, "mL/h");
    static final Question<BigDecimal> INFUSED = Question.number("check.infused", "0", "9999", 2, "mL");
    static final Question<BigDecimal> LEFT = Question.number("check.left", "0", "9999", 2, "mL");
    static final Question<BigDecimal> BATTERY = Question.number("check.battery", "0", "100", 0, "%");
    static final Question<Set<String>> ITEMS = Question.anyOf("check.item", PumpCheck.Item.values());
    static final Question<String> SYRINGE = Question.text("check.syringe");
    static final Question<LocalTime> CHANGE_DUE = Question.time("check.change-due");
    static final Question<String> KEY = Question.text("check.key");
    static final Question<String> NOTE = Question.text("check.note");
    static final Question<String> SECOND_ID = Question.text("check.second-id");
    static final Question<String> SECOND_NAME = Question.text("check.second-name");

    private CheckAsks() {}
}
