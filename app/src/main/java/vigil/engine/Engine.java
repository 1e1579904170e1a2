package vigil.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.Attention;
import vigil.people.People;
import vigil.people.PeopleCheck;
import vigil.pump.Moment;
import vigil.rules.Finding;
import vigil.rules.RuleBook;
import vigil.session.EntryCheck;
import vigil.session.Event;
import vigil.session.Session;

/**
 * Takes one event after the other and says what follows from each. Reads no clock, makes no thread, touches no disk, so
 * a replayed journal leads to the same state as the live course. Not thread-safe: the session thread owns it.
 */
public final class Engine {
    private Session session = Session.initial();
    private List<Finding> findings = List.of();
    private Attention attention = Attention.NONE;
    private Drafts drafts = Drafts.NONE;
    private People people = People.NONE;
    private RecordingState recording = new RecordingState.Recording();
    private Optional<Instant> troubledSince = Optional.empty();

    /** Why a person's entry cannot become an event now; empty when it can. Asked before {@link #accept}. */
    public Optional<String> check(Event event) {
        return PeopleCheck.refusal(people, event)
                .or(() -> EntryCheck.refusal(session, event))
                .or(() -> event instanceof Event.PromptClosed it ? unclosable(it) : Optional.empty());
    }

    private Optional<String> unclosable(Event.PromptClosed entry) {
        boolean found = attention.conditions().stream()
                .anyMatch(it -> it.key().equals(entry.conditionKey()) && it.canBeSetAside());
        return found ? Optional.empty() : Optional.of("no such prompt can be set aside; a high one is resolved first");
    }

    /** The step that {@code event} leads to. Never fails; an entry that makes no sense changes no clinical state. */
    public Step accept(Event event) {
        Session before = session;
        session = before.apply(event);
        drafts = drafts.after(event, before, session);
        people = people.after(event, session.elapsed());
        findings = RuleBook.findings(session);
        attention = attention.next(session, findings, event);
        return new Step(event, session, findings, attention, attention.changes());
    }

    /** What {@code event} would lead to; nothing changes. */
    public Foresight foresee(Event event) {
        Session then = session.apply(event);
        List<AlarmCondition> raised = attention.next(then, RuleBook.findings(then), event).conditions().stream()
                .filter(AlarmCondition::isActive)
                .filter(condition -> !isActive(condition.key()))
                .toList();
        return new Foresight(check(event), raised);
    }

    private boolean isActive(String key) {
        return attention.conditions().stream()
                .anyMatch(it -> it.isActive() && it.key().equals(key));
    }

    /** The same step for an event that comes from the journal. */
    public Step replay(Event event) {
        return accept(event);
    }

    /**
     * The journal refused an entry: raises "not recording" (C20) until {@link #recordingRestored}.
     *
     * @return the step to be recorded; empty if that much is known already
     */
    public Optional<Step> recordingFailed(String reason, Moment at) {
        boolean known = recording instanceof RecordingState.NotRecording;
        return turned(new RecordingState.NotRecording(reason), known, new Event.RecordingFailed(at, reason));
    }

    /** All is written, but the disk failed a moment ago or is nearly full (C30); as {@link #recordingFailed}. */
    public Optional<Step> recordInDanger(String reason, Moment at) {
        boolean known = recording instanceof RecordingState.InDanger;
        return turned(new RecordingState.InDanger(reason), known, new Event.RecordInDanger(at, reason));
    }

    /** The journal takes entries again, and all of them are on the disk; as {@link #recordingFailed}. */
    public Optional<Step> recordingRestored(Moment at) {
        boolean known = recording instanceof RecordingState.Recording;
        Instant since = troubledSince.orElse(at.utc());
        return turned(new RecordingState.Recording(), known, new Event.RecordingRestored(at, since));
    }

    private Optional<Step> turned(RecordingState next, boolean known, Event event) {
        recording = next;
        troubledSince = next instanceof RecordingState.Recording
                ? Optional.empty()
                : troubledSince.or(() -> Optional.of(event.at().utc()));
        return known ? Optional.empty() : Optional.of(accept(event));
    }

    /** Another engine that stands where this one does and goes on by itself. */
    public Engine copy() {
        Engine copy = new Engine();
        copy.become(this);
        return copy;
    }

    /** Goes on from where {@code other} stands, which goes on by itself. */
    public void become(Engine other) {
        session = other.session;
        findings = other.findings;
        attention = other.attention;
        drafts = other.drafts;
        people = other.people;
        recording = other.recording;
        troubledSince = other.troubledSince;
    }

    /** What the events have led to. */
    public EngineState state() {
        return new EngineState(session, findings, attention, drafts, people);
    }

    /** Goes on from where another engine stood. */
    public void become(EngineState state) {
        session = state.session();
        findings = state.findings();
        attention = state.attention();
        drafts = state.drafts();
        people = state.people();
        recording = new RecordingState.Recording();
        troubledSince = Optional.empty();
    }

    /** The session as the last event left it. */
    public Session session() {
        return session;
    }

    /** Who may work at this console, and who does. */
    public People people() {
        return people;
    }

    /** What the rules say at the last event. */
    public List<Finding> findings() {
        return findings;
    }

    /** What needs attention since the last event. */
    public Attention attention() {
        return attention;
    }

    /** What a view may show at {@code now}, which is not before the last event. */
    public Snapshot snapshot(Moment now) {
        return new SnapshotProjection(session, drafts, now).snapshot(recording, attention, people);
    }
}
