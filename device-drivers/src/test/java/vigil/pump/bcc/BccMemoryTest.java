package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.wire.Octets;

/** What the decoder remembers of a block saves it work and changes nothing of what it reads. */
class BccMemoryTest {
    private static final int POLLS = 4_000;
    private static final List<String> NAMES = List.of(
            "GNMODEL",
            "GNNEW",
            "INSERNUM",
            "INRT",
            "INVI",
            "INVTB",
            "VOLREMAIN",
            "INVOLACT",
            "INRMT",
            "INSOL",
            "INDCON",
            "INDCONU",
            "DORT",
            "DORTU",
            "INP2",
            "INAKKU",
            "INM2",
            "INM3",
            "INM14",
            "INA3",
            "INA16",
            "ALARM1",
            "PREALARM",
            "STATUS1",
            "RUNSTATE",
            "FMNOR",
            "GNACK",
            "VOLREMAIX",
            "");
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "1",
            "1.5",
            "9999.9",
            "65535",
            "50.00",
            "12345",
            "0x0A",
            "Ketamine",
            "Ketamin",
            "_NV",
            "_NA",
            "_",
            "",
            "a,b",
            "Ketamine hydrochloride 4 mg/mL in sodium chloride 0.9 %, " + "x".repeat(60));

    /** Blocks that mostly repeat the one before of their slot, as a rack sends them, with all that can go wrong in them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Tag("A4")
    void whatIsReadIsTheSameAsWithoutMemory(long seed) {
        RandomGenerator random = new Random(seed);
        List<List<String>> bodies = bodies(random);
        Told told = new Told();
        BccDecoder remembering = new BccDecoder();
        int time = 95;
        for (int poll = 0; poll < POLLS; poll++) {
            time += random.nextInt(3);
            int pump = random.nextInt(bodies.size());
            change(bodies.get(pump), random);
            List<BccFrame> blocks = blocks(time, address(pump), bodies.get(pump), random);
            if (random.nextInt(10) == 0) {
                List<BccFrame> givenUp =
                        blocks(time, address(pump), List.of(quadruple(random), quadruple(random)), random);
                remembering.decode(new BccFrame("", givenUp.getFirst().octets(), false), new Told());
                remembering.giveUp();
            }
            List<String> remembered = told.by(remembering, blocks);
            assertThat(remembered).as("poll %d: %s", poll, blocks).isEqualTo(told.by(new BccDecoder(), blocks));
        }
    }

    @Test
    void anotherValueOfTheSameLengthIsRead() {
        Told told = new Told();
        BccDecoder decoder = new BccDecoder();
        List<String> rates = IntStream.range(0, 100)
                .mapToObj(i -> "7,50111,INM3,1\u001E7,50111,INRT,%d.%d\u001E7,50111,INM3,1".formatted(i / 10, i % 10))
                .flatMap(text -> told.by(decoder, List.of(new BccFrame("", text, true))).stream())
                .toList();
        assertThat(rates).doesNotHaveDuplicates().hasSize(100);
        assertThat(rates.get(42)).contains("mlPerH=4.2");
    }

    @Test
    void ofAPollThatWasGivenUpNothingIsLeft() {
        BccFrame whole = new BccFrame("", "7,50111,INM3,1\u001E7,50111,INRT,1.5\u001E7,50111,INVI,4", true);
        Told told = new Told();
        BccDecoder decoder = new BccDecoder();
        List<String> before = told.by(decoder, List.of(whole));
        decoder.decode(new BccFrame("", "7,50111,INM3,1\u001E7,50111,INRT,9.5", false), told);
        decoder.giveUp();
        assertThat(told.by(decoder, List.of(whole)))
                .isEqualTo(before)
                .singleElement()
                .asString()
                .contains("mlPerH=1.5");
    }

    /** The time may gain a digit, and the address has two forms; nothing is taken over where either does not fit. */
    @Test
    void aTimeOfAnotherLengthIsRead() {
        Told told = new Told();
        BccDecoder decoder = new BccDecoder();
        for (int time = 8; time < 12; time++) {
            String block = "%d,50111,INRT,1.5\u001E%d,50111,INVI,4".formatted(time, time + time % 2);
            assertThat(told.by(decoder, List.of(new BccFrame("", block, true))))
                    .isEqualTo(told.by(new BccDecoder(), List.of(new BccFrame("", block, true))))
                    .singleElement()
                    .asString()
                    .contains("ml=4]", "deviceTimeS=Optional[" + (time + time % 2) + "]");
        }
    }

    @Test
    void moreQuadruplesThanAreRememberedAreAllRead() {
        String many = IntStream.range(0, 3 * BccSaid.MOST)
                .mapToObj(i -> "7,50111,INVI," + i)
                .collect(Collectors.joining("\u001E"));
        Told told = new Told();
        BccDecoder decoder = new BccDecoder();
        for (int i = 0; i < 3; i++) {
            assertThat(told.by(decoder, List.of(new BccFrame("", many, true))))
                    .singleElement()
                    .asString()
                    .contains("ml=" + (3 * BccSaid.MOST - 1) + "]");
        }
    }

    private static List<List<String>> bodies(RandomGenerator random) {
        List<List<String>> bodies = new ArrayList<>();
        for (int pump = 0; pump < 4; pump++) {
            List<String> body = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                body.add(quadruple(random));
            }
            bodies.add(body);
        }
        return bodies;
    }

    private static String quadruple(RandomGenerator random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return random.nextInt(30) == 0 ? name : name + "," + VALUES.get(random.nextInt(VALUES.size()));
    }

    /** One quadruple in some blocks changes, goes, or comes. */
    private static void change(List<String> body, RandomGenerator random) {
        int at = random.nextInt(body.size());
        switch (random.nextInt(6)) {
            case 0, 1 -> body.set(at, quadruple(random));
            case 2 -> {
                if (body.size() > 2) {
                    body.remove(at);
                }
            }
            case 3 -> body.add(at, quadruple(random));
            default -> {
                // Word for word the same
            }
        }
    }

    private static String address(int pump) {
        return List.of("50111", "5011A", "501110", "50123").get(pump);
    }

    /** One or two messages, sometimes with a time or an address that is none, and an error among the quadruples. */
    private static List<BccFrame> blocks(int time, String address, List<String> body, RandomGenerator random) {
        List<String> quadruples =
                body.stream().map(each -> time + "," + address + "," + each).collect(Collectors.toList());
        int odd = random.nextInt(quadruples.size());
        switch (random.nextInt(12)) {
            case 0 -> quadruples.set(odd, "x" + quadruples.get(odd));
            case 1 -> quadruples.set(odd, time + ",99999," + body.getFirst());
            case 2 -> quadruples.set(odd, time + "," + address + ",GNERR,39");
            case 3 ->
                quadruples.set(
                        odd, "1234567890123456,".substring(random.nextInt(16)) + address + "," + body.getFirst());
            case 4 -> quadruples.set(odd, "nonsense");
            case 5 -> quadruples.set(odd, time + ",50100,GNACK,0");
            default -> {
                // All as it should be
            }
        }
        int cut = random.nextInt(quadruples.size() * 2);
        return cut > 0 && cut < quadruples.size()
                ? List.of(
                        frame(quadruples.subList(0, cut), false),
                        frame(quadruples.subList(cut, quadruples.size()), true))
                : List.of(frame(quadruples, true));
    }

    private static BccFrame frame(List<String> quadruples, boolean last) {
        return new BccFrame("SpaceCOM", String.join("\u001E", quadruples), last);
    }

    /** All that a decoder says, in words. */
    private static final class Told implements BccAnswers {
        private static final PumpIdentity PUMP = new PumpIdentity("", Optional.empty(), "");
        private static final Moment AT = new Moment(Instant.EPOCH, 0, 0);

        private final List<String> words = new ArrayList<>();

        List<String> by(BccDecoder decoder, List<BccFrame> blocks) {
            words.clear();
            blocks.forEach(block -> decoder.decode(block, this));
            return List.copyOf(words);
        }

        @Override
        public void acknowledged() {
            words.add("acknowledged");
        }

        @Override
        public void version(String version) {
            words.add("version " + version);
        }

        @Override
        public void error(int slot, int code) {
            words.add("error %d %d".formatted(slot, code));
        }

        @Override
        public void pump(BccRecord record) {
            PumpReadingBuilder reading = PumpReading.from(PUMP, AT);
            record.tell(reading);
            String alarms = Arrays.stream(BccAlarms.Group.values())
                    .map(group -> "%x/%x"
                            .formatted(
                                    record.flags().alarms(group), record.flags().alarmsKnown(group)))
                    .collect(Collectors.joining(" "));
            words.add("%d %d %s %s %s %s %s"
                    .formatted(
                            record.slot(),
                            record.timeS(),
                            record.pluggedIn(),
                            record.model(),
                            record.serialNumber(),
                            alarms,
                            reading.build()));
        }

        @Override
        public void unreadable(String reason, Octets quadruple) {
            words.add(reason + ": " + quadruple);
        }
    }
}
