package vigil.scenario;

import java.util.List;
import java.util.function.Supplier;
import vigil.pump.Moment;
import vigil.pump.sim.Speaker;
import vigil.scenario.Scenario.Manner;

/** A speaker that can be told to say nothing, or the same again. */
final class ManneredSpeaker implements Speaker {
    private static final byte[] NOTHING = {};

    private final Speaker speaker;
    private final Supplier<Manner> manner;
    private byte[] before = NOTHING;

    ManneredSpeaker(Speaker speaker, Supplier<Manner> manner) {
        this.speaker = speaker;
        this.manner = manner;
    }

    @Override
    public byte[] heard(byte[] bytes, int length, Moment at) {
        byte[] answer = speaker.heard(bytes, length, at);
        return switch (manner.get()) {
            case ANSWERS -> remembered(answer);
            case SILENT -> NOTHING;
            case FROZEN -> answer.length == 0 ? answer : before;
        };
    }

    private byte[] remembered(byte[] answer) {
        before = answer.length == 0 ? before : answer;
        return answer;
    }

    @Override
    public long wakeAt() {
        return speaker.wakeAt();
    }

    @Override
    public List<String> strays() {
        return speaker.strays();
    }
}
