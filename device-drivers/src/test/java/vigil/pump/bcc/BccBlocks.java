package vigil.pump.bcc;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;

/**
 * Ten minutes of an infusion as the wire brings them, a block each second: the volumes, the time left and the clock change
 * from block to block. Recorded into a file by one program and read by another, because the simulated pump hears its
 * requests with the same framer: its few bytes at a time would teach the compiler that long stretches are rare.
 */
public final class BccBlocks {
    static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final int SECONDS = 600;

    private BccBlocks() {}

    /** Each block after its length. */
    public static void record(Path file) throws IOException {
        BccSpeaker speaker = new BccSpeaker(Rack.of(infusing()), BccOptions.FACTORY, START);
        byte[] request = BccQuery.everything("SpaceCOM", true).bytes();
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < SECONDS; i++) {
                byte[] block = speaker.heard(request, request.length, START.plus(Duration.ofSeconds(i)));
                out.writeInt(block.length);
                out.write(block);
            }
        }
    }

    private static SimulatedPump infusing() {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("12345", Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        pump.start(START);
        return pump;
    }

    static byte[][] read(Path file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)));
        byte[][] blocks = new byte[SECONDS][];
        for (int i = 0; i < SECONDS; i++) {
            blocks[i] = in.readNBytes(in.readInt());
        }
        return blocks;
    }
}
