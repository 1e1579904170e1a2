package vigil.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.ui.Samples;
import vigil.ui.parts.Phrases;

class AlarmRegionModelTest {
    private static final Phrases PHRASES = new Phrases(Words.of(Locale.ENGLISH), Samples.SYDNEY);

    private static AlarmRegionModel of(Snapshot snapshot) {
        return AlarmRegionModel.of(snapshot, PHRASES);
    }

    @Test
    void severalConditionsFillFirstSecondAndCount() {
        AlarmRegionModel model = of(Samples.alarming());
        assertThat(model.first().orElseThrow().title()).isEqualTo("Dose above maximum");
        assertThat(model.second().orElseThrow().title()).isEqualTo("Pump says: Occlusion pre-alarm");
        assertThat(model.rest()).contains(new AlarmRegionModel.Rest(1, AlarmPriority.LOW, "LOW"));
    }

    @Test
    @Tag("R12")
    void causeNamesWhoValueLimitAndRule() {
        AlarmRegionModel.Cell cell = of(Samples.alarming()).first().orElseThrow();
        assertThat(cell.cause()).isEqualTo("Vigil: 0.503 mg/kg/h, limit 0.500 (R12).");
        assertThat(cell.since()).isEqualTo("since 23:22:31");
        assertThat(cell.action()).isEqualTo("Check order and rate at the pump.");
    }

    @Test
    @Tag("R7")
    void overdueDailyReviewIsNotCalledAnObservation() {
        Samples.Builder late = new Samples.Builder();
        late.conditions = List.of(Samples.reviewOverdue());
        AlarmRegionModel.Cell cell = of(late.build()).first().orElseThrow();
        assertThat(cell.title()).isEqualTo("Daily review overdue");
        assertThat(cell.cause()).isEqualTo("Vigil: No review for 24:31:00, limit 24:00:00 (R7).");
        assertThat(cell.action()).isEqualTo("Call the specialist to review, and to sign here with a PIN.");
    }

    @Test
    void audioPauseShowsTheTimeLeft() {
        assertThat(of(Samples.alarming()).pauseLeft()).contains("1:42");
        assertThat(of(Samples.calm()).pauseLeft()).isEmpty();
    }

    @Test
    void acknowledgedConditionIsSteadyAndSaysWho() {
        Samples.Builder seen = new Samples.Builder();
        seen.conditions = List.of(Samples.acknowledged(Samples.aboveMaximum()), Samples.occlusion());
        AlarmRegionModel model = of(seen.build());
        assertThat(model.first().orElseThrow().flashes()).isFalse();
        assertThat(model.first().orElseThrow().cause()).isEqualTo("Acknowledged 23:23:04 by AB. Not resolved.");
        assertThat(model.acknowledgeKey()).contains("PUMP:50111:INA3");
    }

    @Test
    void quietDoesNotSpeakForASilentPump() {
        Samples.Builder silent = new Samples.Builder();
        silent.dose = Samples.stale().dose();
        assertThat(of(silent.build()).quiet().text()).isEqualTo(PHRASES.text("alarm.none.no-pump"));
        assertThat(of(Samples.calm()).quiet().text()).isEqualTo(PHRASES.text("alarm.none.text"));
    }

    @Test
    void highFlashesAtTwoHertzAndMediumAtHalfAHertz() {
        List<Boolean> high = java.util.stream.LongStream.range(0, 8)
                .mapToObj(n -> new FlashClock(n).isOff(AlarmPriority.HIGH))
                .toList();
        List<Boolean> medium = java.util.stream.LongStream.range(0, 8)
                .mapToObj(n -> new FlashClock(n).isOff(AlarmPriority.MEDIUM))
                .toList();
        assertThat(high).containsExactly(false, true, false, true, false, true, false, true);
        assertThat(medium).containsExactly(false, false, false, false, true, true, true, true);
    }

    @Test
    void lowAndInformationAreSteady() {
        assertThat(java.util.stream.LongStream.range(0, 8))
                .noneMatch(n -> new FlashClock(n).isOff(AlarmPriority.LOW)
                        || new FlashClock(n).isOff(AlarmPriority.INFORMATION));
    }
}
