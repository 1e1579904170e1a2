package vigil.session;

import java.util.Arrays;
import java.util.Optional;

/**
 * A setting of the console that the record depends on: what the pump is, where a patient's data go, what a person could read.
 * Limits and times of the site are {@link SiteSetting}; how light or large the screen is, is no part of the record. Immutable.
 */
public enum ConsoleSetting {
    PUMP_LINE("pump line", ""),
    /** The queue that documents of a patient come out of; empty for the machine's default one. */
    PRINTER("printer", ""),
    LANGUAGE("language", "en"),
    PLASMA_ESTIMATE("plasma estimate", "off"),
    BACKUP_FOLDER("backup folder", ""),
    WARD_ADDRESS("ward address", ""),
    HL7_RECEIVER("HL7 receiver", "");

    /** Before the key of a {@link SiteSetting} in {@link Event.SettingChanged}. */
    public static final String OF_SITE = "site.";

    private final String recorded;
    private final String standard;

    ConsoleSetting(String recorded, String standard) {
        this.recorded = recorded;
        this.standard = standard;
    }

    /** Its name in {@link Event.SettingChanged}, the same in every language. */
    public String recorded() {
        return recorded;
    }

    /** How it stands where nobody ever set it; empty for nothing. */
    public String standard() {
        return standard;
    }

    /** The setting of that name in the record. */
    public static Optional<ConsoleSetting> ofRecorded(String name) {
        return Arrays.stream(values()).filter(it -> it.recorded.equals(name)).findFirst();
    }
}
