package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmPriority;
import vigil.engine.Snapshot.Due.What;
import vigil.export.print.Outcome;
import vigil.look.Words;
import vigil.people.Pin;
import vigil.pump.DeliveryStatus;
import vigil.pump.PumpModel;
import vigil.regimen.Regimen;
import vigil.session.CessationReason;
import vigil.session.ConsoleSetting;
import vigil.session.ObservationDuty;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.Phase;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;
import vigil.session.SoundProblem;
import vigil.session.Staff;
import vigil.session.WeightEntry.Basis;
import vigil.ui.attention.SoundModel;
import vigil.ui.dashboard.TrendRange;
import vigil.ui.entry.Draft;
import vigil.ui.entry.Item;
import vigil.ui.flow.Act;
import vigil.ui.form.Fault;
import vigil.ui.station.Filter;
import vigil.ui.wire.WireSight;
import vigil.ward.WardException;

/** Every text the views ask for exists, and every text that exists is asked for. */
class WordsUsedTest {
    private static final Words WORDS = Words.of(Locale.ENGLISH);
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+(?:\\.[A-Za-z0-9_-]+)*)\"");
    private static final Pattern ASKED =
            Pattern.compile("\\b(?:text|list)\\(\\s*\"([a-z][A-Za-z0-9._-]*[A-Za-z0-9])\"\\s*[,)]");

    @Test
    void everyKeyAskedForExists() throws IOException {
        Set<String> asked = found(ASKED);
        asked.addAll(byEnum());
        assertThat(asked).isSubsetOf(WORDS.keys());
    }

    @Test
    void everyKeyIsAskedFor() throws IOException {
        Set<String> used = found(LITERAL);
        used.addAll(byEnum());
        Set<String> unused = new TreeSet<>(WORDS.keys());
        unused.removeAll(used);
        unused.removeIf(WordsUsedTest::comesFromData);
        unused.removeIf(key -> isOption(key) && used.contains(key.substring(0, key.lastIndexOf('.'))));
        unused.removeIf(key -> key.startsWith("observation.") && used.contains(key.substring("observation.".length())));
        assertThat(unused).isEmpty();
    }

    /** Keys that the session or a print names, and the decimal sign, which the words themselves use. */
    private static boolean comesFromData(String key) {
        return Stream.of(
                        "rule.",
                        "history.format.",
                        "handover.s",
                        "alarmlog.what.",
                        "alarmlog.reason.",
                        "missing.",
                        "wire.state.",
                        "wire.advice.",
                        "regimen.",
                        "format.decimal",
                        "setup.drug.drug.",
                        "alarm.OBSERVATION_OVERDUE.R7.",
                        "alarm.DISCHARGE_OPEN.R2",
                        "basis.",
                        "item.",
                        "emergency.",
                        "check.occasion.",
                        "check.item.",
                        "check.state.",
                        "hours.column.",
                        "hours.fact.",
                        "hours.gate.",
                        "flow.why.",
                        "flow.cause.",
                        "flow.cessation.",
                        "flow.concern.",
                        "reason.",
                        "shift.",
                        "alarm.ADVICE.R")
                .anyMatch(key::startsWith);
    }

    /** What a form's choice offers stands under the key of the question. */
    private static boolean isOption(String key) {
        return key.matches(".+\\.[A-Z0-9_]+");
    }

    private static Set<String> byEnum() {
        return Stream.of(
                        keys("phase.", Phase.values()),
                        keys("print.failed.", Outcome.Reason.values()),
                        keys("priority.", AlarmPriority.values()),
                        keys("alarm.origin.", Origin.values()),
                        keys("alarm.says.", Origin.values()),
                        keys("delivery.", DeliveryStatus.values()),
                        keys("due.now.", What.values()),
                        keys("due.next.", What.values()),
                        keys("due.what.", What.values()),
                        keys("due.brief.", What.values()),
                        keys("due.set.", ObservationDuty.Asks.values()),
                        keys("weight.", Basis.values()),
                        keys("weight.brief.", Basis.values()),
                        keys("cessation.", CessationReason.values()),
                        keys("trend.range.", TrendRange.values()),
                        keys("view.", View.values()),
                        keys("setting.", SiteSetting.values()),
                        keys("console-setting.", ConsoleSetting.values()),
                        Arrays.stream(Item.values()).map(Item::nameKey),
                        keys("entry.set.", ObservationDuty.Asks.values()),
                        keys("entry.circumstance.", Circumstance.values()),
                        keys("entry.problem.", Draft.Fault.values()),
                        keys("entry.mend.", Draft.Fault.values()),
                        keys("form.fault.", Fault.What.values()),
                        keys("wire.kind.", WireSight.Kind.values()),
                        keys("wire.confidence.", PumpModel.Confidence.values()),
                        keys("act.", Act.values()).flatMap(key -> Stream.of(key, key + ".what")),
                        keys(
                                "hours.sign.",
                                SignatureMeaning.OBSERVATIONS_COMPLETE,
                                SignatureMeaning.REVIEWED_AGAINST_GATE,
                                SignatureMeaning.CESSATION_BACKDATED),
                        keys("hours.signed.", SignatureMeaning.values()),
                        keys("hours.done.", SignatureMeaning.values()),
                        captions(),
                        keys("people.pin.", Pin.Fault.values()),
                        keys("role.", Staff.Role.values()),
                        Stream.of("BEGIN", "CHANGE", "LOOK").map(task -> "people.advice." + task),
                        keys("reference.mark.", Regimen.Mark.values()),
                        keys("sound.problem.", SoundProblem.values()),
                        keys("sound.press.", SoundModel.Press.values()),
                        keys("ward.apart.", WardException.Kind.values()),
                        keys("ward.brief.", WardException.Kind.values()),
                        keys("station.filter.", Filter.values()),
                        keys("station.count.", AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW),
                        keys("alarm.", AlarmKind.values())
                                .flatMap(key -> List.of(key + ".title", key + ".action").stream()))
                .flatMap(keys -> keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words under the figures of a choice, where it has some. */
    private static Stream<String> captions() {
        return Stream.of(Item.SEDATION, Item.NAUSEA, Item.SITE, Item.CONSCIOUS, Item.ORIENTED)
                .flatMap(item -> item.signs().stream().map(sign -> "entry." + item.name() + "." + sign));
    }

    private static Stream<String> keys(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/vigil/ui"))) {
            Set<String> found = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                found.addAll(in(file, pattern));
            }
            return found;
        }
    }

    private static List<String> in(Path file, Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
