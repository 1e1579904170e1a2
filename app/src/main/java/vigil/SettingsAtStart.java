package vigil;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vigil.pump.Moment;
import vigil.session.ConsoleSetting;
import vigil.session.Event;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Staff;

/**
 * The settings at a start of the console, compared with what the record says of them: what somebody has changed in the files
 * meanwhile enters the record, without a name, because nobody signs in there. Immutable.
 *
 * @param values without any secret
 */
record SettingsAtStart(Map<ConsoleSetting, String> values, SiteSettings site) {
    /** Where an address names a user with a password, and where its parameters begin. */
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");

    private static final Pattern PARAMETERS = Pattern.compile("[?;].*");

    SettingsAtStart {
        values = Map.copyOf(values);
    }

    /** What {@code settings}, the screen's language and the chosen printer say. */
    static SettingsAtStart of(Settings settings, String language, Optional<String> printer) {
        Map<ConsoleSetting, String> values = new EnumMap<>(ConsoleSetting.class);
        for (ConsoleSetting setting : ConsoleSetting.values()) {
            values.put(
                    setting,
                    switch (setting) {
                        case PUMP_LINE -> PumpLine.words(settings.pump());
                        case PRINTER -> printer.orElse("");
                        case LANGUAGE -> language;
                        case PLASMA_ESTIMATE -> settings.plasma() ? "on" : "off";
                        case BACKUP_FOLDER ->
                            settings.backupFolder().map(String::valueOf).orElse("");
                        case WARD_ADDRESS ->
                            settings.ward().map(SettingsAtStart::withoutSecrets).orElse("");
                        case HL7_RECEIVER ->
                            settings.hl7().map(SettingsAtStart::withoutSecrets).orElse("");
                    });
        }
        return new SettingsAtStart(values, settings.site());
    }

    /** Where something goes. Parameters can hold a password, and a wrongly written address can hold one anywhere before an @. */
    private static String withoutSecrets(String address) {
        String place = PARAMETERS.matcher(address.strip()).replaceFirst("");
        return CREDENTIALS.matcher(place).replaceFirst("//");
    }

    /**
     * What is not as the record has it.
     *
     * @param recorded how each setting stood last, by its name in the record; one that is missing stood at its standard
     * @param before the limits and times that were in force last
     */
    List<Event> changes(Map<String, String> recorded, SiteSettings before, Moment at) {
        List<Event> changes = new ArrayList<>();
        for (ConsoleSetting setting : ConsoleSetting.values()) {
            String stood = recorded.getOrDefault(setting.recorded(), setting.standard());
            String stands = values.getOrDefault(setting, setting.standard());
            if (!stood.equals(stands)) {
                changes.add(new Event.SettingChanged(at, setting.recorded(), stood, stands, Staff.BY_HAND));
            }
        }
        for (SiteSetting setting : SiteSetting.values()) {
            BigDecimal stood = before.value(setting);
            BigDecimal stands = site.value(setting);
            if (stood.compareTo(stands) != 0) {
                changes.add(new Event.SettingChanged(
                        at,
                        ConsoleSetting.OF_SITE + setting.key(),
                        stood.toPlainString(),
                        stands.toPlainString(),
                        Staff.BY_HAND));
            }
        }
        return changes;
    }
}
