package vigil.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.Concentration;
import vigil.pump.Volume;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Step;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Staff;

/**
 * Reads the scenario language: one statement a line, {@code #} begins a comment. A statement starts with its elapsed time
 * {@code H:MM}, then who does it ({@code pump} or a staff id), then what; {@code every H:MM until H:MM} repeats it.
 * {@code with NAME} takes in a part that several scenarios share, {@code H:MM with NAME} the same from that time on.
 * Mistakes are reported with the line. Used for one text and thrown away.
 */
public final class ScenarioText {
    private static final String FOLDER = "/vigil/scenario/";
    private static final String PARTS = FOLDER + "part/";

    private final String name;
    private final Map<String, Staff> staff = new HashMap<>();
    private final Map<SiteSetting, BigDecimal> chosen = new EnumMap<>(SiteSetting.class);
    private final List<Step> steps = new ArrayList<>();
    private @Nullable ZonedDateTime start;
    private String pumpSerial = "";
    private Volume syringe = Volume.ofMl("50");
    private Concentration holds = Concentration.ofMgPerMl("5");
    private Duration from = Duration.ZERO;

    private ScenarioText(String name) {
        this.name = name;
    }

    /** Reads a scenario that ships with Vigil. */
    public static Scenario shipped(String name) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            throw new ScenarioException("scenario '%s': only a-z, 0-9 and -".formatted(name));
        }
        return read(
                name,
                resource(FOLDER + name + ".txt")
                        .orElseThrow(() -> new ScenarioException("there is no scenario '%s'; shipped are: %s"
                                .formatted(name, String.join(", ", shippedNames())))));
    }

    /** Names of all scenarios that ship with Vigil, in the order they are listed. */
    public static List<String> shippedNames() {
        return resource(FOLDER + "index.txt")
                .orElseThrow(() -> new ScenarioException("the list of scenarios is missing"))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static Optional<String> resource(String path) {
        try (InputStream in = ScenarioText.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ScenarioException("'%s' cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    public static Scenario read(String name, String text) {
        ScenarioText reader = new ScenarioText(name);
        reader.lines(text);
        return reader.scenario();
    }

    private void lines(String text) {
        text.lines()
                .map(ScenarioText::withoutComment)
                .filter(line -> !line.isBlank())
                .forEach(this::line);
    }

    /** Reads a part with its times counted from {@code at}. */
    private void part(Duration at, String part) {
        Duration before = from;
        from = at;
        lines(resource(PARTS + part + ".txt")
                .orElseThrow(() -> new IllegalArgumentException("there is no part '%s'".formatted(part))));
        from = before;
    }

    private static String withoutComment(String line) {
        return line.startsWith("#") ? "" : line.strip();
    }

    private Scenario scenario() {
        if (start == null) {
            throw new ScenarioException("scenario '%s': no line 'start TIME ZONE'".formatted(name));
        }
        steps.sort(Comparator.comparing(Step::at));
        return new Scenario(name, start, pumpSerial, syringe, holds, steps);
    }

    private void line(String line) {
        Words words = new Words(line);
        try {
            String first = words.take("a time");
            switch (first) {
                case "start" ->
                    start = LocalDateTime.parse(words.take("a time")).atZone(ZoneId.of(words.take("a time zone")));
                case "staff" -> addStaff(words);
                case "with" -> part(from, words.take("the name of a part"));
                case "pump" -> {
                    pumpSerial = words.take("a serial number");
                    words.expect("syringe");
                    syringe = Volume.ofMl(words.take("mL"));
                    holds = words.takeIf("holds") ? Concentration.ofMgPerMl(words.take("mg/mL")) : holds;
                }
                default -> timed(from.plus(elapsed(first)), words);
            }
            words.expectEnd();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ScenarioException("'%s': %s".formatted(line, e.getMessage()));
        }
    }

    private void addStaff(Words words) {
        String id = words.take("a user id");
        staff.put(id, new Staff(id, words.take("a name"), EntryText.constant(Staff.Role.class, words.take("a role"))));
    }

    private void timed(Duration at, Words words) {
        if (words.takeIf("with")) {
            part(at, words.take("the name of a part"));
            return;
        }
        Duration every = Duration.ZERO;
        Duration until = at;
        if (words.takeIf("every")) {
            every = elapsed(words.take("an interval"));
            words.expect("until");
            until = from.plus(elapsed(words.take("a time")));
        }
        Deeds deeds = deeds(words);
        int turn = 0;
        for (Duration time = at; time.compareTo(until) <= 0; time = time.plus(every)) {
            steps.add(new Step(time, deeds.on(turn++)));
            if (every.isZero()) {
                break;
            }
        }
    }

    /** What a repeated statement does on its nth turn, from 0. */
    @FunctionalInterface
    private interface Deeds {
        Deed on(int turn);
    }

    private Deeds deeds(Words words) {
        String who = words.take("who");
        return switch (who) {
            case "pump" -> always(new PumpText(words).read());
            case "cable" -> always(cable(words));
            case "power" -> always(powerCut(words));
            case "site" -> always(new Deed.Choose(site(words)));
            case "clock" -> always(new Deed.ClockStep(signed(words.take("a time such as +1:00"))));
            case "expect" -> always(new Deed.Expect(new ExpectationText(words, scenarioZone()).read()));
            case "refused" -> refused(words);
            case "picture" -> always(new Deed.Picture());
            case "handover" -> always(new Deed.Handover());
            case "end" -> always(new Deed.End());
            default -> personDeeds(who(who, words), words);
        };
    }

    private Deeds personDeeds(Staff person, Words words) {
        if (words.takeIf("signs")) {
            return always(new Deed.Sign(EntryText.constant(SignatureMeaning.class, words.take("a meaning")), person));
        }
        EntryText.Turns entries = new EntryText(words, person, staff, scenarioZone(), pumpSerial).read();
        return turn -> new Deed.Enter(entries.on(turn));
    }

    /** {@code site r14.observe_min 300}; what was chosen before stays. */
    private SiteSettings site(Words words) {
        String key = words.take("a key");
        SiteSetting setting = SiteSetting.ofKey(key).orElseThrow(() -> words.unknown(key, "a site setting"));
        chosen.put(setting, setting.read(words.take("a value")));
        return new SiteSettings(chosen);
    }

    private static Deeds always(Deed deed) {
        return turn -> deed;
    }

    private ZoneId scenarioZone() {
        if (start == null) {
            throw new IllegalArgumentException("the line 'start TIME ZONE' has to come first");
        }
        return start.getZone();
    }

    private Staff who(String id, Words words) {
        Staff found = staff.get(id);
        if (found == null) {
            throw words.unknown(
                    id, "pump, cable, power, clock, site, expect, refused, picture, handover, end or a staff id");
        }
        return found;
    }

    private static Deed cable(Words words) {
        String what = words.take("out or in");
        return switch (what) {
            case "out" -> new Deed.Cable(false);
            case "in" -> new Deed.Cable(true);
            default -> throw words.unknown(what, "out or in");
        };
    }

    private static Deed powerCut(Words words) {
        words.expect("cut");
        words.expect("for");
        return new Deed.PowerCut(elapsed(words.take("H:MM")));
    }

    private Deeds refused(Words words) {
        Staff person = who(words.take("who"), words);
        EntryText.Turns entries = new EntryText(words, person, staff, scenarioZone(), pumpSerial).read();
        return turn -> new Deed.Refused(entries.on(turn));
    }

    private static Duration signed(String text) {
        Duration by = elapsed(text.substring(1));
        return switch (text.charAt(0)) {
            case '+' -> by;
            case '-' -> by.negated();
            default -> throw new IllegalArgumentException("'%s' does not begin with + or -".formatted(text));
        };
    }

    /** {@code 104:32} is 104 hours and 32 minutes; seconds may follow as a third part. */
    static Duration elapsed(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || !text.matches("\\d{1,4}(:\\d\\d){1,2}")) {
            throw new IllegalArgumentException("'%s' is no elapsed time such as 4:30 or 4:30:15".formatted(text));
        }
        Duration time = Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
        return parts.length == 3 ? time.plusSeconds(Long.parseLong(parts[2])) : time;
    }
}
