package vigil.pump.fresenius;

import java.util.List;
import java.util.Random;
import vigil.pump.Moment;
import vigil.pump.sim.Speaker;

/** A device at the wrong speed: whatever it is asked, random bytes come. */
record Babble(Random random) implements Speaker {
    @Override
    public byte[] heard(byte[] bytes, int length, Moment now) {
        byte[] noise = new byte[random.nextInt(60)];
        random.nextBytes(noise);
        return noise;
    }

    @Override
    public List<String> strays() {
        return List.of();
    }
}
