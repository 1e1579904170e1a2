package vigil.pump.sim;

import java.util.Arrays;
import java.util.List;
import vigil.pump.Moment;
import vigil.pump.bcc.PrintedQueries;

/** A speaker that fails the test on the first byte outside the closed query set. */
record WatchedSpeaker(Speaker speaker) implements Speaker {
    @Override
    public byte[] heard(byte[] bytes, int length, Moment now) {
        PrintedQueries.verify(Arrays.copyOf(bytes, length));
        return speaker.heard(bytes, length, now);
    }

    @Override
    public List<String> strays() {
        return speaker.strays();
    }
}
