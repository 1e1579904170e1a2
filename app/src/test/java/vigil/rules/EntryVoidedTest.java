package vigil.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.Due.What;
import vigil.people.Right;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.CessationReason;
import vigil.session.DailyItem;
import vigil.session.EntryCheck;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.PumpCheck;
import vigil.session.PumpChecks;
import vigil.session.Session;

/** An entry made in error no longer counts, and what it had answered is asked again (R32). */
@Tag("R32")
class EntryVoidedTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration STEP = Duration.ofSeconds(5);

    private static Bedside infusing() {
        return Bedside.ready("1.75").every(STEP).pumpRuns("1.75").runs(MINUTE);
    }

    private static Event.EntryVoided mark(Bedside bedside, Instant entered, EntryKind kind) {
        return new Event.EntryVoided(bedside.now(), entered, kind, "wrong bed", Bedside.NURSE);
    }

    private static Optional<String> refusal(Bedside bedside, Event event) {
        return EntryCheck.refusal(bedside.session(), event);
    }

    private static Bedside marked(Bedside bedside, Instant entered, EntryKind kind) {
        Event.EntryVoided event = mark(bedside, entered, kind);
        assertThat(refusal(bedside, event)).isEmpty();
        return bedside.does(event);
    }

    private static PumpChecks checks(Bedside bedside) {
        return bedside.session().supervision().checks();
    }

    @Test
    void whatACheckHadAnsweredIsAskedAgainSinceItWasDue() {
        Bedside bedside = infusing();
        PumpChecks before = checks(bedside);
        assertThat(before.open()).isNotEmpty();
        Instant entered = bedside.now().utc();
        bedside.checks(PumpCheck.Occasion.START).runs(MINUTE);
        assertThat(checks(bedside).open()).isNotEqualTo(before.open());

        marked(bedside, entered, EntryKind.PUMP_CHECK);

        assertThat(checks(bedside)).isEqualTo(before);
    }

    @Test
    void theCheckBeforeItIsTheNewestThatStands() {
        Bedside bedside = infusing().checks(PumpCheck.Occasion.START).runs(MINUTE);
        var earlier = checks(bedside).latest();
        Instant entered = bedside.now().utc();
        bedside.checks(PumpCheck.Occasion.HOURLY).runs(MINUTE);

        assertThat(checks(marked(bedside, entered, EntryKind.PUMP_CHECK)).latest())
                .isEqualTo(earlier);
    }

    @Test
    void afterTheCourseNothingIsAskedAgain() {
        Bedside bedside = infusing();
        Instant entered = bedside.now().utc();
        bedside.checks(PumpCheck.Occasion.START)
                .runs(MINUTE)
                .ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(MINUTE);
        var asked = checks(bedside).open();

        assertThat(checks(marked(bedside, entered, EntryKind.PUMP_CHECK)).open())
                .isEqualTo(asked);
    }

    /** Two people had found another rate within the order's range: it counted as ordered. */
    @Test
    void aRateThatOnlyTheCheckHadConfirmedIsNoLongerTakenAsOrdered() {
        Bedside bedside = infusing().pumpRuns("2.1").runs(MINUTE);
        Instant entered = bedside.now().utc();
        bedside.checks(PumpCheck.Occasion.RATE_CHANGE).runs(MINUTE);
        assertThat(bedside.session().supervision().entered().titrated()).isPresent();

        marked(bedside, entered, EntryKind.PUMP_CHECK);

        assertThat(bedside.session().supervision().entered().titrated()).isEmpty();
    }

    @Test
    void anItemOfTheDayIsDueAgain() {
        Bedside bedside = infusing().every(Duration.ofMinutes(10)).runs(Duration.ofDays(1));
        assertThat(due(bedside)).contains(What.SITE_ROTATED);
        Instant entered = bedside.now().utc();
        bedside.does(new Event.DailyItemDone(bedside.now(), DailyItem.SITE_ROTATED, "", Bedside.NURSE));
        assertThat(due(bedside)).doesNotContain(What.SITE_ROTATED);

        assertThat(due(marked(bedside, entered, EntryKind.DAILY_ITEM))).contains(What.SITE_ROTATED);
    }

    @Test
    void anItemDoneTwiceStaysDoneByTheEntryThatStands() {
        Bedside bedside = infusing().every(Duration.ofMinutes(10)).runs(Duration.ofDays(1));
        bedside.does(new Event.DailyItemDone(bedside.now(), DailyItem.SITE_ROTATED, "", Bedside.NURSE))
                .runs(Duration.ofMinutes(10));
        Instant second = bedside.now().utc();
        bedside.does(new Event.DailyItemDone(bedside.now(), DailyItem.SITE_ROTATED, "again", Bedside.NURSE));

        assertThat(due(marked(bedside, second, EntryKind.DAILY_ITEM))).doesNotContain(What.SITE_ROTATED);
    }

    private static List<What> due(Bedside bedside) {
        return bedside.snapshot().due().stream().map(Snapshot.Due::what).toList();
    }

    @Test
    void anEntryIsMarkedOnceWithAReasonAndOnlyIfItIsThere() {
        Bedside bedside = infusing();
        Instant entered = bedside.now().utc();
        bedside.does(new Event.NoteAdded(bedside.now(), "seen by Dr Doe", Bedside.NURSE))
                .runs(MINUTE);
        Event unexplained = new Event.EntryVoided(bedside.now(), entered, EntryKind.NOTE, " ", Bedside.NURSE);
        assertThat(refusal(bedside, unexplained))
                .hasValueSatisfying(why -> assertThat(why).contains("reason"));
        assertThat(refusal(bedside, mark(bedside, entered.plusSeconds(1), EntryKind.NOTE)))
                .isPresent();
        assertThat(refusal(bedside, mark(bedside, entered, EntryKind.PUMP_CHECK)))
                .isPresent();

        marked(bedside, entered, EntryKind.NOTE);

        assertThat(refusal(bedside, mark(bedside, entered, EntryKind.NOTE))).isPresent();
    }

    /** Volume read off a pump that no wire reaches has been counted; taking the check away would hide that. */
    @Test
    void aCheckWhoseFiguresAreInTheDoseCannotBeTakenAway() {
        Bedside bedside = infusing().bindsCharted().runs(MINUTE);
        Instant entered = bedside.now().utc();
        PumpCheck.Figures figures = new PumpCheck.Figures(
                true, new FlowRate(new BigDecimal("1.75")), Volume.ofMl("3"), Optional.empty(), Optional.empty());
        bedside.checks(PumpCheck.Occasion.START, Set.of(PumpCheck.Item.values()), Optional.of(figures))
                .runs(MINUTE);
        Session before = bedside.session();

        Event.EntryVoided event = mark(bedside, entered, EntryKind.PUMP_CHECK);

        assertThat(refusal(bedside, event))
                .hasValueSatisfying(why -> assertThat(why).contains("in the dose already"));
        assertThat(before.dosage()).isEqualTo(bedside.session().dosage());
    }

    @Test
    void whoMayNoteMayMarkANoteAndTheBedsideTheRest() {
        Bedside bedside = infusing();
        Instant now = bedside.now().utc();
        assertThat(Right.neededBy(mark(bedside, now, EntryKind.NOTE))).isEqualTo(Right.NOTE);
        assertThat(Right.neededBy(mark(bedside, now, EntryKind.PUMP_CHECK))).isEqualTo(Right.BEDSIDE);
    }
}
