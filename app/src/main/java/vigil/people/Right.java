package vigil.people;

import java.util.Optional;
import java.util.Set;
import vigil.session.ConsoleSetting;
import vigil.session.EntryKind;
import vigil.session.Event;
import vigil.session.Staff;

/** What a role may do. Looking is no right: everybody sees everything. */
@SuppressWarnings("ImmutableEnumChecker") // sets that nobody changes
public enum Right {
    /** Chart, set up, order as prescribed, decide and sign for the patient. */
    BEDSIDE(Set.of(Staff.Role.NURSE, Staff.Role.PHYSICIAN), "this is entered by a nurse or a physician"),
    /** The specialist's daily review (R7). */
    REVIEW(Set.of(Staff.Role.PHYSICIAN), "the daily review is the specialist's (R7)"),
    /** Choose the pump's model, port and line settings. */
    PUMP_LINE(
            Set.of(Staff.Role.BIOMEDICAL, Staff.Role.ADMINISTRATOR),
            "the pump line is set by a biomedical engineer or an administrator"),
    /** Choose printer and language: whoever stands there. */
    PRINTER_AND_LANGUAGE(Set.of(Staff.Role.values()), ""),
    /** Choose limits and times of the site. */
    SITE_SETTINGS(Set.of(Staff.Role.ADMINISTRATOR), "site settings are changed by an administrator"),
    /** Add users, change roles, set PINs. */
    PEOPLE(Set.of(Staff.Role.ADMINISTRATOR), "users are changed by an administrator"),
    /** Leave a note. */
    NOTE(
            Set.of(Staff.Role.NURSE, Staff.Role.PHYSICIAN, Staff.Role.BIOMEDICAL, Staff.Role.ADMINISTRATOR),
            "sign in first"),
    /** See to an alarm, rest or test the sound, call an emergency: nobody is ever asked who he is first. */
    ATTEND(Set.of(Staff.Role.values()), "");

    private final Set<Staff.Role> roles;
    private final String refusal;

    Right(Set<Staff.Role> roles, String refusal) {
        this.roles = roles;
        this.refusal = refusal;
    }

    public boolean isOf(Staff.Role role) {
        return roles.contains(role);
    }

    /** Why {@code role} may not; empty when it may. */
    public Optional<String> refusal(Staff.Role role) {
        return isOf(role) ? Optional.empty() : Optional.of(refusal);
    }

    /** The right that an entry needs. */
    public static Right neededBy(Event.ByPerson entry) {
        return switch (entry) {
            case Event.ConditionAcknowledged _, Event.AudioPaused _, Event.AudioResumed _, Event.ConcernRaised _ ->
                ATTEND;
            case Event.NoteAdded _ -> NOTE;
            case Event.EntryVoided it -> it.kind() == EntryKind.NOTE ? NOTE : BEDSIDE;
            case Event.SettingChanged it -> neededBy(it.setting());
            case Event.ReviewDone _ -> REVIEW;
            case Event.ByPerson _ -> BEDSIDE;
        };
    }

    private static Right neededBy(String setting) {
        return ConsoleSetting.ofRecorded(setting)
                .map(it -> switch (it) {
                    case PUMP_LINE -> PUMP_LINE;
                    case PRINTER, LANGUAGE -> PRINTER_AND_LANGUAGE;
                    case PLASMA_ESTIMATE, BACKUP_FOLDER, WARD_ADDRESS, HL7_RECEIVER -> SITE_SETTINGS;
                })
                .orElse(SITE_SETTINGS);
    }
}
