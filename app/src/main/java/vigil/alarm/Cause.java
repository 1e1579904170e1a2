package vigil.alarm;

import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition.Origin;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.rules.Finding;
import vigil.rules.Finding.BasisLine;
import vigil.rules.Rule;

/** A cause as it stands at one event, before it is known whether it is new. The key tells causes apart. */
record Cause(
        String key,
        AlarmKind kind,
        Origin origin,
        AlarmPriority priority,
        Optional<PumpAlarm> pumpAlarm,
        Optional<Rule> rule,
        Explanation explanation) {
    /** The numbers behind a prompt, and what a technical condition has to add. */
    record Explanation(List<BasisLine> basis, String detail) {}

    static Cause pump(String key, PumpAlarm alarm) {
        AlarmPriority priority = Classification.of(alarm.alarmClass()).priority();
        Explanation words = new Explanation(List.of(), alarm.text());
        return new Cause(key, AlarmKind.PUMP_ALARM, Origin.PUMP, priority, Optional.of(alarm), Optional.empty(), words);
    }

    static Cause technical(AlarmKind kind, String detail) {
        AlarmPriority priority = kind.classification().priority();
        Explanation words = new Explanation(List.of(), detail);
        return new Cause(kind.name(), kind, Origin.TECHNICAL, priority, Optional.empty(), Optional.empty(), words);
    }

    /** A technical condition whose cause is said in the words of the message bundles. */
    static Cause technical(AlarmKind kind, List<BasisLine> basis) {
        AlarmPriority priority = kind.classification().priority();
        Explanation words = new Explanation(basis, "");
        return new Cause(kind.name(), kind, Origin.TECHNICAL, priority, Optional.empty(), Optional.empty(), words);
    }

    static Cause prompt(AlarmKind kind, Rule rule, List<BasisLine> basis) {
        AlarmPriority priority = kind.classification().priority();
        Explanation words = new Explanation(basis, "");
        return new Cause(rule.label(), kind, Origin.PROMPT, priority, Optional.empty(), Optional.of(rule), words);
    }

    /** A prompt of a rule under a key of its own. */
    static Cause prompt(String key, AlarmKind kind, Finding finding) {
        Explanation words = new Explanation(finding.basis(), "");
        AlarmPriority priority = kind.classification().priority();
        return new Cause(key, kind, Origin.PROMPT, priority, Optional.empty(), Optional.of(finding.rule()), words);
    }

    /** A prompt under a key of its own, so that each time its numbers change it is raised and recorded anew. */
    static Cause prompt(String key, AlarmKind kind, List<BasisLine> basis) {
        Explanation words = new Explanation(basis, "");
        AlarmPriority priority = kind.classification().priority();
        return new Cause(key, kind, Origin.PROMPT, priority, Optional.empty(), Optional.empty(), words);
    }

    static Cause prompt(AlarmKind kind, List<BasisLine> basis, String detail) {
        AlarmPriority priority = kind.classification().priority();
        Explanation words = new Explanation(basis, detail);
        return new Cause(kind.name(), kind, Origin.PROMPT, priority, Optional.empty(), Optional.empty(), words);
    }

    AlarmCondition startingAt(Moment at) {
        return new AlarmCondition(
                key,
                kind,
                origin,
                priority,
                at,
                Optional.empty(),
                Optional.empty(),
                pumpAlarm,
                rule,
                explanation.basis(),
                explanation.detail());
    }
}
