package vigil.engine;

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
import vigil.session.Stamp;

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

    /** The journal refused an entry: raises "not recording" (C20) until {@link #recordingRestored}. */
    public void recordingFailed(String reason, Moment at) {
        recording = new RecordingState.NotRecording(reason);
        attention = attention.notRecording(reason, new Stamp(at, session.elapsedAt(at)));
    }

    /** All is written, but the disk failed a moment ago or is nearly full (C30), until {@link #recordingRestored}. */
    public void recordInDanger(String reason, Moment at) {
        recording = new RecordingState.InDanger(reason);
        attention = attention.recordInDanger(reason, new Stamp(at, session.elapsedAt(at)));
    }

    /** The journal takes entries again. */
    public void recordingRestored(Moment at) {
        recording = new RecordingState.Recording();
        attention = attention.recording(new Stamp(at, session.elapsedAt(at)));
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
    }

    /** What the events have led to. What {@link #recordingFailed} and its like have changed is in it: not for a record in trouble. */
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
