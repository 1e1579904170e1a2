package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.Bedside;
import vigil.engine.Engine;
import vigil.pump.AlarmClass;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.SiteSetting;

/** The alarm log line by line (alarm page, section 10), what the site had chosen, and charted readings. */
class AlarmLogTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path directory;

    private List<String> rows(Bedside bedside, String select) throws StoreException {
        try (SessionStore store = SessionStore.open(directory, _ -> true)) {
            Projector.project(store, bedside.events());
            store.commit();
            return store.answer(query -> query.list(select, row -> row.text("line")));
        }
    }

    private static final String LOG = "SELECT what || ' ' || COALESCE(condition_key, '') || ' ' || reason AS line"
            + " FROM alarm_log ORDER BY sequence, number";

    @Test
    @Tag("N3")
    void everyStepOfAConditionAndOfAPauseHasItsLine() throws StoreException {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(SECOND);
        bedside.alarms("A", AlarmClass.OCCLUSION).pausesAudio().runs(Duration.ofSeconds(5));
        bedside.acknowledges("PUMP:50111:A")
                .alarmEnds("A", AlarmClass.OCCLUSION)
                .loses();
        bedside.runs(Duration.ofSeconds(10));

        assertThat(rows(bedside, LOG))
                .containsExactly(
                        // Until the scores from before the course are there.
                        "STARTED R4 ",
                        "ENDED R4 ",
                        "STARTED PUMP:50111:A ",
                        "PAUSE  120 s",
                        "ACKNOWLEDGED PUMP:50111:A ",
                        "ENDED PUMP:50111:A ",
                        // R10 asks whether the patient leaves the ward.
                        "STARTED LEAVING_WARD ",
                        "STARTED LINK_LOST ",
                        "PAUSE_END  link-lost");
    }

    @Test
    @Tag("R33")
    void aRepetitionIsLoggedWithItsCountAndTheNumbersOfItsCause() throws StoreException {
        Bedside bedside = Bedside.ready("8.8").pumpRuns("8.8").runs(SECOND).runs(Duration.ofMinutes(10));

        assertThat(rows(
                        bedside,
                        "SELECT reason || ' ' || severity || ' ' || onset || ' ' || numbers AS line FROM alarm_log"
                                + " WHERE what = 'RERAISED' AND condition_key = 'R12' ORDER BY sequence"))
                .hasSize(2)
                .allMatch(line -> line.contains(" DEATH_OR_IRREVERSIBLE IMMEDIATE 8.8 mL/h × 4 mg/mL = 35.20 mg/h;"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1 "),
                        second -> assertThat(second).startsWith("2 "));
    }

    @Test
    void whatTheSiteHadChosenIsInTheRecord() throws StoreException {
        Bedside bedside = Bedside.started().chooses(SiteSetting.MAXIMUM, "0.4");

        assertThat(
                        rows(
                                bedside,
                                "SELECT CAST(setting_value AS VARCHAR) AS line FROM site_setting WHERE setting_key = 'r12.max'"))
                .containsExactly("0.4");
    }

    @Test
    @Tag("R34")
    void readingsAndSegmentsOfAChartedPumpAreMarked() throws StoreException {
        Bedside bedside = Bedside.started().opens().weighs("70").fills("4").loses();
        bedside.does(new Event.ChartedPumpBound(bedside.now(), "T34", "77", Bedside.NURSE));
        read(bedside, "0");
        read(bedside.every(Duration.ofMinutes(1)).runs(Duration.ofHours(1)), "1.75");

        assertThat(rows(bedside, "SELECT quality AS line FROM reading ORDER BY sequence"))
                .containsExactly("charted", "charted");
        assertThat(rows(bedside, "SELECT quality || ' ' || CAST(mass_mg AS VARCHAR) AS line FROM segment"))
                .containsExactly("charted 7");
    }

    private static void read(Bedside bedside, String infused) {
        PumpCheck.Figures figures = new PumpCheck.Figures(
                true, FlowRate.ofMlPerH("1.75"), Volume.ofMl(infused), Optional.empty(), Optional.empty());
        bedside.checks(PumpCheck.Occasion.HOURLY, Set.of(PumpCheck.Item.LOCK), Optional.of(figures));
    }

    @Test
    void aReplayWithTheSitesSettingsDecidesAsTheConsoleDid() {
        Bedside bedside = Bedside.ready("7").chooses(SiteSetting.MAXIMUM, "0.3").pumpRuns("7");
        bedside.runs(SECOND);
        Engine replayed = new Engine();
        bedside.events().forEach(replayed::replay);

        assertThat(replayed.session()).isEqualTo(bedside.session());
        assertThat(replayed.session().isAboveMaximum()).isTrue();
    }
}
