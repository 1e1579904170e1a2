package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.Moment;
import vigil.pump.newera.NewEraFrame;
import vigil.pump.newera.NewEraFrame.Mode;

/**
 * A simulated New Era pump (protocol page, section 5.8): the pump in the first occupied slot of its rack. Switched on, it
 * answers the first question with {@code A?R}; an alarm is cleared by being told. Basic mode ignores blanks, control
 * characters and case. Whatever is no read query is a stray and changes nothing, but for Safe packets, which it answers as
 * the real one does: in Safe mode it tells alarms unasked and stops with {@code A?T} when packets cease. Not thread-safe.
 */
public final class NewEraSpeaker implements Speaker {
    private static final byte[] NOTHING = {};
    private static final int MOST_REQUEST = 64;
    private static final int MOST_STRAYS = 100;
    private static final Pattern REQUEST = Pattern.compile("([0-9]{0,2})([A-Z]*)");
    private static final Set<String> QUERIES = Set.of("", "VER", "DIA", "RAT", "VOL", "DIR", "DIS", "PHN", "SAF");

    private final Rack rack;
    private final NewEraValues values;
    private final NewEraSafeMode safeMode;
    private final StringBuilder request = new StringBuilder(MOST_REQUEST);
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final List<String> strays = new ArrayList<>();
    private final Deque<String> alarms = new ArrayDeque<>(List.of("?R"));
    private final EnumSet<SimulatedAlarm> told = EnumSet.noneOf(SimulatedAlarm.class);
    private boolean silent;

    /** A pump that has just been switched on. */
    public NewEraSpeaker(Rack rack, NewEraOptions options) {
        this.rack = rack;
        this.values = new NewEraValues(options);
        this.safeMode = new NewEraSafeMode(options.mode());
    }

    /** From now on says {@code data} in answer to that query. */
    public void answerWith(String query, String data) {
        values.instead(query, data);
    }

    /** From now on answers that query as it should. */
    public void answerTruly(String query) {
        values.truly(query);
    }

    /** Switched off and on. */
    public void powerCycle() {
        alarms.add("?R");
    }

    /** Raises the alarm of that letter, known or not, once. */
    public void raise(char letter) {
        alarms.add("?" + letter);
    }

    /** Says nothing from now on. */
    public void silence(boolean on) {
        silent = on;
    }

    @Override
    public boolean canSay(Falsehood what) {
        return true;
    }

    @Override
    public void say(Falsehood what) {
        switch (what) {
            case ABSURD -> {
                answerWith("RAT", "-9999MH");
                answerWith("DIS", "I-1.000W0.000ML");
            }
            case WRONG_UNIT -> {
                answerWith("RAT", "3.600ML");
                answerWith("DIS", "I1.250W0.000MH");
            }
        }
    }

    @Override
    public void sayTheTruth() {
        answerTruly("RAT");
        answerTruly("DIS");
    }

    @Override
    public List<String> strays() {
        return List.copyOf(strays);
    }

    @Override
    public byte[] heard(byte[] bytes, int length, Moment now) {
        rack.runUntil(now);
        answer.reset();
        if (rack.takePlugged(Rack.Slot.FIRST)) {
            powerCycle();
        }
        Optional<SimulatedPump> pump = rack.slots().stream().findFirst().flatMap(rack::in);
        pump.ifPresent(it -> {
            collectAlarms(it);
            safeMode.watch(now).ifPresent(alarm -> timedOut(alarm, it, now));
            for (int i = 0; i < length; i++) {
                heard(bytes[i], it, now);
            }
            tellUnasked();
        });
        return silent || answer.size() == 0 ? NOTHING : answer.toByteArray();
    }

    private void timedOut(String alarm, SimulatedPump pump, Moment now) {
        alarms.add(alarm);
        pump.stop(now);
    }

    /** What has happened at the pump since it last was heard. */
    private void collectAlarms(SimulatedPump pump) {
        for (SimulatedAlarm alarm : pump.alarms()) {
            if (told.add(alarm)) {
                letter(alarm).ifPresent(alarms::add);
            }
        }
        told.retainAll(pump.alarms());
    }

    /** A laboratory pump knows few alarms. */
    private static Optional<String> letter(SimulatedAlarm alarm) {
        return switch (alarm) {
            case OCCLUSION -> Optional.of("?S");
            case DEVICE_FAULT -> Optional.of("?E");
            case BATTERY_EMPTY -> Optional.of("?R");
            case SYRINGE_EMPTY,
                    NEAR_END,
                    END_OF_VOLUME,
                    TIME_OVER,
                    KVO_END,
                    SYRINGE_OPEN,
                    BATTERY_LOW,
                    AIR,
                    STANDBY_OVER -> Optional.empty();
        };
    }

    private void heard(byte value, SimulatedPump pump, Moment now) {
        if (safeMode.takes(value, now)) {
            safeMode.packet().ifPresent(payload -> packet(payload, pump, now));
        } else if (value == '\r') {
            basic(pump);
        } else if (value > ' ' && request.length() < MOST_REQUEST) {
            request.append((char) value);
        }
    }

    private void packet(String payload, SimulatedPump pump, Moment now) {
        stray("Safe packet " + payload);
        safeMode.obey(payload, now);
        reply(payload, pump);
    }

    private void stray(String what) {
        if (strays.size() < MOST_STRAYS) {
            strays.add(what);
        }
    }

    /** What a pump in Safe mode makes of a Basic question is not documented; this one is silent. */
    private void basic(SimulatedPump pump) {
        String asked = request.toString();
        request.setLength(0);
        if (!isQuery(asked)) {
            stray("request " + asked);
        }
        if (safeMode.mode() == Mode.BASIC) {
            reply(asked, pump);
        }
    }

    private static boolean isQuery(String asked) {
        Matcher parts = REQUEST.matcher(asked);
        return parts.matches() && QUERIES.contains(parts.group(2));
    }

    /** To its own address 0 or to none; another pump's questions are not its own. */
    private void reply(String asked, SimulatedPump pump) {
        Matcher parts = REQUEST.matcher(asked.toUpperCase(Locale.ROOT));
        boolean understood = parts.matches();
        if (understood && !parts.group(1).isEmpty() && Integer.parseInt(parts.group(1)) != 0) {
            return;
        }
        if (!alarms.isEmpty()) {
            say("A" + alarms.remove());
            return;
        }
        String data = understood ? values.answer(parts.group(2), pump, safeMode.timeoutS()) : "?NA";
        say(NewEraValues.status(pump) + data);
    }

    private void say(String statusAndData) {
        answer.writeBytes(new NewEraFrame(safeMode.mode(), "00" + statusAndData).bytes());
    }

    /** In Safe mode alarms are told at once, but this does not clear them. */
    private void tellUnasked() {
        if (safeMode.mode() == Mode.SAFE && !alarms.isEmpty() && answer.size() == 0) {
            say("A" + alarms.getFirst());
        }
    }
}
