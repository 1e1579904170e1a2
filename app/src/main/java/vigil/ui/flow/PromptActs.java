package vigil.ui.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.alarm.AlarmCondition;
import vigil.engine.Snapshot;
import vigil.rules.Rule;
import vigil.ui.flow.FlowModel.Choice;
import vigil.ui.parts.Phrases;

/** The one or two things that can be done at a prompt. What only the pump can prove has no button. */
public record PromptActs(Snapshot snapshot, Phrases phrases) {
    private static final int MOST = 2;

    /** Only what can be done now, the first meant more than the second. */
    public List<Choice> of(AlarmCondition condition) {
        FlowWords words = new FlowWords(snapshot, phrases);
        return Stream.concat(meant(condition), setAside(condition))
                .map(words::choice)
                .filter(Choice::isOpen)
                .limit(MOST)
                .toList();
    }

    private static Stream<Act> setAside(AlarmCondition condition) {
        return condition.canBeSetAside() ? Stream.of(Act.SET_ASIDE) : Stream.empty();
    }

    private Stream<Act> meant(AlarmCondition condition) {
        return switch (condition.kind()) {
            case EMERGENCY -> Stream.of(Act.CONCERN_OVER, Act.OBSERVE);
            case DISSOCIATION -> Stream.of(Act.TERMINATE, Act.STEPS, Act.OVERRIDE_TERMINATION);
            case FURTHER_SIDE_EFFECT -> Stream.of(Act.DIRECTION, Act.STEPS);
            case SIDE_EFFECT -> isPauseRecorded() ? Stream.of(Act.STEPS) : Stream.of(Act.PAUSE, Act.OVERRIDE_PAUSE);
            case PATIENT_AWAY -> Stream.of(Act.BACK);
            case SEDATED, SECOND_LOOK, RESUMED_EARLY -> Stream.of(Act.OBSERVE);
            case PAUSE_OVER -> Stream.of(Act.EASED, Act.NOT_EASED);
            case RECOMMENCE, DELIVERY_AFTER_END -> Stream.of(Act.STEPS);
            case LEAVING_WARD -> Stream.of(Act.AWAY);
            case DISCHARGE_OPEN -> Stream.of(Act.AFTER);
            case DOSE_ABOVE_MAXIMUM -> Stream.of(Act.OVERRIDE_MAXIMUM);
            case OBSERVATION_OVERDUE -> Stream.of(isReview(condition) ? Act.REVIEW : Act.OBSERVE);
            case UNEXPLAINED_STOP -> Stream.of(Act.STOP_REASON, Act.CEASE);
            case PAUSED_TOO_LONG -> Stream.of(Act.STOP_REASON);
            case UNEXPECTED_DELIVERY, COUNTER_IMPLAUSIBLE -> Stream.of(Act.CAUSE);
            case PURGE_NOT_RECORDED -> Stream.of(Act.PURGE);
            case PUMP_CHECK_OVERDUE,
                    OVER_INFUSION,
                    UNDER_INFUSION,
                    RATE_JUMPED,
                    RATE_WITHOUT_ORDER,
                    DELIVERY_WITHOUT_ORDER,
                    NOT_RECONCILED,
                    STOP_START_CYCLE -> Stream.of(Act.CHECK);
            case PUMP_ALARM,
                    LINK_LOST,
                    NOT_RECORDING,
                    RECORD_IN_DANGER,
                    RECORD_CUT_OFF,
                    NO_BACKUP,
                    NO_SOUND,
                    SCREEN_STALLED,
                    LINE_QUALITY,
                    PROGRAM_STOOD,
                    CLOCK_SET,
                    CLOCK_NOT_TRUSTED,
                    OTHER_PUMP,
                    FROZEN_DATA,
                    INDUCTION_OUTSIDE_RANGE,
                    WEIGHT_CHANGED,
                    SOLUTION_UNCHECKED,
                    ADVICE -> Stream.empty();
        };
    }

    private boolean isPauseRecorded() {
        return snapshot.care().flow().pauseRecorded().isPresent();
    }

    private static boolean isReview(AlarmCondition condition) {
        return condition.rule().equals(Optional.of(Rule.R07));
    }
}
