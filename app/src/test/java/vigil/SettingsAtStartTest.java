package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SiteSettings;
import vigil.session.Staff;

class SettingsAtStartTest {
    private static final Moment AT = new Moment(Instant.parse("2026-03-03T10:00:00Z"), 0, 0);

    private static SettingsAtStart settings(String file) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(file));
        return SettingsAtStart.of(Settings.of(read), "en", Optional.empty());
    }

    private static List<Event.SettingChanged> changes(String file, Map<String, String> recorded) throws IOException {
        return settings(file).changes(recorded, SiteSettings.DEFAULTS, AT).stream()
                .map(Event.SettingChanged.class::cast)
                .toList();
    }

    private static Map<String, String> afterwards(List<Event.SettingChanged> changes) {
        return changes.stream().collect(Collectors.toMap(Event.SettingChanged::setting, Event.SettingChanged::after));
    }

    @Test
    void whatNobodyHasSetIsNoChange() throws IOException {
        assertThat(changes("", Map.of())).isEmpty();
        assertThat(changes("theme = light\nplasma = off\nsite.r15.pause_min = 60", Map.of()))
                .isEmpty();
    }

    @Test
    void whatWasWrittenInTheFileIsToldWithoutAName() throws IOException {
        assertThat(changes("plasma = on", Map.of()))
                .containsExactly(new Event.SettingChanged(AT, "plasma estimate", "off", "on", Staff.BY_HAND));
        assertThat(changes("site.r15.pause_min = 90", Map.of()))
                .containsExactly(new Event.SettingChanged(AT, "site.r15.pause_min", "60", "90", Staff.BY_HAND));
    }

    @Test
    void whatTheRecordKnowsIsNotToldAgain() throws IOException {
        String file =
                "pump.model = bcc\npump.port = /dev/ttyUSB0\nbackup.folder = /mnt/backup\nhl7.receiver = mllp://hospital:2575";
        List<Event.SettingChanged> first = changes(file, Map.of());
        assertThat(first)
                .extracting(Event.SettingChanged::setting)
                .containsExactly("pump line", "backup folder", "HL7 receiver");
        assertThat(changes(file, afterwards(first))).isEmpty();
    }

    @Test
    void whatIsNoLongerInTheFileIsTold() throws IOException {
        assertThat(changes("", Map.of("backup folder", "/mnt/backup", "plasma estimate", "on")))
                .extracting(Event.SettingChanged::before, Event.SettingChanged::after)
                .containsExactlyInAnyOrder(tuple("on", "off"), tuple("/mnt/backup", ""));
    }

    @Test
    void noSecretOfAnAddressEntersTheRecord() throws IOException {
        List<Event.SettingChanged> changes = changes(
                "ward.url = jdbc:postgresql://bed12:hunter2@ward-db/vigil?user=bed12&password=hunter2\n"
                        + "hl7.receiver = mllps://u:hunter2@engine:2575?pass=hunter2",
                Map.of());
        assertThat(changes.toString()).doesNotContain("hunter2");
        assertThat(afterwards(changes))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ward address", "jdbc:postgresql://ward-db/vigil", "HL7 receiver", "mllps://engine:2575"));
    }

    @Test
    void languageAndPrinterOfTheScreenAreCompared() {
        assertThat(SettingsAtStart.of(Settings.DEFAULTS, "de", Optional.of("ward-4"))
                        .changes(Map.of("printer", "office"), SiteSettings.DEFAULTS, AT))
                .containsExactly(
                        new Event.SettingChanged(AT, "printer", "office", "ward-4", Staff.BY_HAND),
                        new Event.SettingChanged(AT, "language", "en", "de", Staff.BY_HAND));
    }
}
