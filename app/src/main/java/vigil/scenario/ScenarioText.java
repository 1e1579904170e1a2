package vigil.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Step;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

/**
 * Reads the scenario language: one statement a line, {@code #} begins a comment. A statement starts with its elapsed time
 * {@code H:MM}, then who does it ({@code pump} or a staff id), then what; {@code every H:MM until H:MM} repeats it.
 * Mistakes are reported with the line. Used for one text and thrown away.
 */
public final class ScenarioText {
    private static final String FOLDER = "/vigil/scenario/";

    private final String name;
    private final Map<String, Staff> staff = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private @Nullable ZonedDateTime start;
    private String pumpSerial = "";
    private Volume syringe = Volume.ofMl("50");

    private ScenarioText(String name) {
        this.name = name;
    }

    /** Reads a scenario that ships with Vigil. */
    public static Scenario shipped(String name) {
        if (!name.matches("[a-z0-9-]{1,60}")) {
            throw new ScenarioException("scenario '%s': only a-z, 0-9 and -".formatted(name));
        }
        try (InputStream in = ScenarioText.class.getResourceAsStream(FOLDER + name + ".txt")) {
            if (in == null) {
                throw new ScenarioException(
                        "there is no scenario '%s'; shipped are planned-course and first-hour".formatted(name));
            }
            return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ScenarioException("scenario '%s' cannot be read: %s".formatted(name, e.getMessage()));
        }
    }

    public static Scenario read(String name, String text) {
        ScenarioText reader = new ScenarioText(name);
        text.lines()
                .map(ScenarioText::withoutComment)
                .filter(line -> !line.isBlank())
                .forEach(reader::line);
        return reader.scenario();
    }

    private static String withoutComment(String line) {
        return line.startsWith("#") ? "" : line.strip();
    }

    private Scenario scenario() {
        if (start == null) {
            throw new ScenarioException("scenario '%s': no line 'start TIME ZONE'".formatted(name));
        }
        steps.sort(Comparator.comparing(Step::at));
        return new Scenario(name, start, pumpSerial, syringe, steps);
    }

    private void line(String line) {
        Words words = new Words(line);
        try {
            String first = words.take("a time");
            switch (first) {
                case "start" ->
                    start = LocalDateTime.parse(words.take("a time")).atZone(ZoneId.of(words.take("a time zone")));
                case "staff" -> addStaff(words);
                case "pump" -> {
                    pumpSerial = words.take("a serial number");
                    words.expect("syringe");
                    syringe = Volume.ofMl(words.take("mL"));
                }
                default -> timed(elapsed(first), words);
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
        Duration every = Duration.ZERO;
        Duration until = at;
        if (words.takeIf("every")) {
            every = elapsed(words.take("an interval"));
            words.expect("until");
            until = elapsed(words.take("a time"));
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
            case "pump" -> always(pumpDeed(words));
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
            throw words.unknown(id, "pump, picture, handover, end or a staff id");
        }
        return found;
    }

    private static Deed pumpDeed(Words words) {
        String what = words.take("what the pump does");
        return switch (what) {
            case "rate" -> new Deed.SetRate(FlowRate.ofMlPerH(words.take("mL/h")));
            case "start" -> new Deed.StartPump();
            case "stop" -> new Deed.StopPump();
            case "syringe" -> new Deed.NewSyringe(Volume.ofMl(words.take("mL")));
            case "alarm" -> new Deed.RaiseAlarm(words.take("an alarm name"));
            case "clear" -> new Deed.ClearAlarm(words.take("an alarm name"));
            default -> throw words.unknown(what, "rate, start, stop, syringe, alarm or clear");
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
