package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import vigil.pump.LineSettings;
import vigil.pump.LineSettings.Parity;

/**
 * The level of a serial line over time, and what a receiver hears of it whose line settings may be others: a start bit at a
 * falling edge, each bit read in its middle. So a question at 38400 baud can be heard as what it is at 9600.
 */
final class SerialWave {
    /** What a receiver does with a character whose stop bit or parity is wrong. */
    enum Damaged {
        DROPPED,
        KEPT
    }

    private record Level(double from, boolean high) {}

    private final List<Level> levels = new ArrayList<>(List.of(new Level(0, true)));
    private double end = 0.01;

    /** Sends the bytes, then leaves the line idle for a while. */
    SerialWave send(byte[] bytes, LineSettings settings, double idleS) {
        double bit = 1.0 / settings.baud();
        for (byte value : bytes) {
            level(false, bit);
            int ones = 0;
            for (int i = 0; i < settings.dataBits(); i++) {
                boolean one = (value >> i & 1) == 1;
                ones += one ? 1 : 0;
                level(one, bit);
            }
            if (settings.parity() != Parity.NONE) {
                level(parityBit(settings.parity(), ones), bit);
            }
            level(true, settings.stopBits() * bit);
        }
        level(true, idleS);
        return this;
    }

    private static boolean parityBit(Parity parity, int ones) {
        boolean odd = ones % 2 == 1;
        return (parity == Parity.EVEN) == odd;
    }

    private void level(boolean high, double lasts) {
        if (levels.getLast().high() != high) {
            levels.add(new Level(end, high));
        }
        end += lasts;
    }

    /** The characters a receiver with these settings makes of it. */
    byte[] heardAt(LineSettings settings, Damaged damaged) {
        double bit = 1.0 / settings.baud();
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        double time = 0;
        int edge = fallingEdge(time);
        while (edge >= 0) {
            double start = levels.get(edge).from();
            int value = 0;
            int ones = 0;
            for (int i = 0; i < settings.dataBits(); i++) {
                int one = at(start + (1.5 + i) * bit) ? 1 : 0;
                ones += one;
                value |= one << i;
            }
            int bits = settings.dataBits();
            boolean good = !at(start + bit / 2);
            if (settings.parity() != Parity.NONE) {
                bits++;
                good &= at(start + (0.5 + bits) * bit) == parityBit(settings.parity(), ones);
            }
            time = start + (1.5 + bits) * bit;
            good &= at(time);
            if (good || damaged == Damaged.KEPT) {
                heard.write(value);
            }
            edge = fallingEdge(time);
        }
        return heard.toByteArray();
    }

    private int fallingEdge(double after) {
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).from() >= after && !levels.get(i).high()) {
                return i;
            }
        }
        return -1;
    }

    private boolean at(double time) {
        int found = 0;
        for (int i = 0; i < levels.size() && levels.get(i).from() <= time; i++) {
            found = i;
        }
        return levels.get(found).high();
    }
}
