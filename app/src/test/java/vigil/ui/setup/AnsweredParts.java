package vigil.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.dose.DosingWeight;
import vigil.engine.Preparation;
import vigil.engine.Snapshot;
import vigil.pump.Concentration;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.session.Admission;
import vigil.session.Assessment;
import vigil.session.Background;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.SetUp;
import vigil.session.SiteSettings;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.Stamp;
import vigil.session.WeightEntry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** What the parts of the set-up make of answers, in a session whose state a test may change; without a toolkit. */
abstract class AnsweredParts {
    static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Moment NOW = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 1, 1);
    static final Staff NURSE = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);
    static final Patient WINTER =
            new Patient("Winter", "Alex", "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", "12");
    static final WeightEntry SEVENTY =
            new WeightEntry(DosingWeight.ofKg("70"), WeightEntry.Basis.MEASURED, "bed scale", TODAY);
    static final Solution FOUR =
            new Solution("ketamine", Concentration.ofMgPerMl("4"), "200 mg in 50 mL sodium chloride 0.9 %");
    static final Assessment ASSESSED = new Assessment(
            Set.of(Assessment.Purpose.LESS_OPIOID),
            true,
            Set.of(Assessment.OpioidReason.SIDE_EFFECTS),
            false,
            Assessment.OpioidPlan.REDUCE);

    Optional<SetUp.Opening> opening =
            Optional.of(new SetUp.Opening(new SessionId("s-0001"), WINTER, SYDNEY, stamp(), NURSE));
    Optional<WeightEntry> weight = Optional.of(SEVENTY);
    Optional<Solution> solution = Optional.of(FOUR);
    Optional<InfusionLine> line = Optional.empty();
    Optional<Assessment> assessment = Optional.of(ASSESSED);
    Optional<Admission> admission = Optional.empty();
    Optional<RateOrder> ordered = Optional.empty();
    SiteSettings settings = SiteSettings.DEFAULTS;
    Phase phase = Phase.PLANNED;
    Optional<PumpIdentity> pump = Optional.of(new PumpIdentity("Perfusor Space", Optional.of("1400-8271"), "50111"));

    static Stamp stamp() {
        return new Stamp(NOW, Duration.ZERO);
    }

    final Situation now() {
        SetUp setUp = new SetUp(opening, weight, solution, line, assessment, ordered, Background.NONE);
        Preparation preparation =
                new Preparation(setUp, Optional.empty(), admission, Optional.empty(), settings, Map.of());
        return new Situation(
                preparation,
                phase,
                new Snapshot.Link(new LinkState.Live(), pump, Optional.empty()),
                List.of(),
                TODAY,
                SYDNEY);
    }

    static Answers typed(Object... pairs) {
        Answers answers = Answers.NONE;
        for (int i = 0; i < pairs.length; i += 2) {
            answers = answers.with((Question<?>) pairs[i], (String) pairs[i + 1]);
        }
        return answers;
    }

    /** What holds the part back: the keys of questions without an answer, and of what does not hold. */
    final List<String> lacks(Part part, Answers answers) {
        return part.rules().checks(answers, now()).stream()
                .filter(check -> check.blocks() && !check.met())
                .map(check -> check.question().map(Question::key).orElse(check.lack()))
                .toList();
    }

    final List<Event.ByPerson> entered(Part part, Answers answers) {
        assertThat(lacks(part, answers)).isEmpty();
        return part.rules().entries(answers, now()).stream()
                .map(entry -> entry.made(NOW, NURSE))
                .toList();
    }
}
