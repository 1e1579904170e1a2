package vigil.pump.newera;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import vigil.pump.newera.NewEraFrame.Mode;

/** A frame of section 5.9 of the protocol page: its payload, and the wire bytes as printed. */
record NewEraVector(Mode mode, String payload, String hex) {
    private static final List<NewEraVector> BASIC = Stream.of(
                    "00S|02 30 30 53 03",
                    "00SNE1000V3.928|02 30 30 53 4e 45 31 30 30 30 56 33 2e 39 32 38 03",
                    "00I3.500MH|02 30 30 49 33 2e 35 30 30 4d 48 03",
                    "00II1.250W0.000ML|02 30 30 49 49 31 2e 32 35 30 57 30 2e 30 30 30 4d 4c 03",
                    "00S26.59|02 30 30 53 32 36 2e 35 39 03",
                    "00IINF|02 30 30 49 49 4e 46 03",
                    "00A?R|02 30 30 41 3f 52 03",
                    "00I|02 30 30 49 03",
                    "00P|02 30 30 50 03",
                    "00A?S|02 30 30 41 3f 53 03",
                    "00A?T|02 30 30 41 3f 54 03",
                    "00A?E|02 30 30 41 3f 45 03",
                    "00A?O|02 30 30 41 3f 4f 03",
                    "00S?|02 30 30 53 3f 03",
                    "00S?NA|02 30 30 53 3f 4e 41 03",
                    "00S?OOR|02 30 30 53 3f 4f 4f 52 03",
                    "00S?COM|02 30 30 53 3f 43 4f 4d 03")
            .map(line -> vector(Mode.BASIC, line))
            .toList();

    private static final List<NewEraVector> SAFE = Stream.of(
                    "0|02 05 30 36 53 03",
                    "0VER|02 08 30 56 45 52 48 09 03",
                    "0RAT|02 08 30 52 41 54 38 cb 03",
                    "0DIS|02 08 30 44 49 53 30 46 03",
                    "0DIA|02 08 30 44 49 41 02 35 03",
                    "0DIR|02 08 30 44 49 52 20 67 03",
                    "0PHN|02 08 30 50 48 4e 5f 48 03",
                    "00S|02 07 30 30 53 aa a6 03",
                    "00I|02 07 30 30 49 19 dd 03",
                    "00P|02 07 30 30 50 9a c5 03",
                    "00A?R|02 09 30 30 41 3f 52 65 86 03",
                    "00A?S|02 09 30 30 41 3f 53 75 a7 03",
                    "00A?T|02 09 30 30 41 3f 54 05 40 03",
                    "00A?E|02 09 30 30 41 3f 45 07 50 03",
                    "00A?O|02 09 30 30 41 3f 4f a6 1a 03",
                    "00I3.500MH|02 0e 30 30 49 33 2e 35 30 30 4d 48 b6 4d 03",
                    "00II1.250W0.000ML|02 15 30 30 49 49 31 2e 32 35 30 57 30 2e 30 30 30 4d 4c 6c ac 03",
                    "00SNE1000V3.928|02 13 30 30 53 4e 45 31 30 30 30 56 33 2e 39 32 38 27 22 03",
                    "00S26.59|02 0c 30 30 53 32 36 2e 35 39 22 e5 03",
                    "00S?|02 08 30 30 53 3f 75 1c 03",
                    "00S?NA|02 0a 30 30 53 3f 4e 41 52 37 03",
                    "00S?OOR|02 0b 30 30 53 3f 4f 4f 52 23 3f 03",
                    "00S?COM|02 0b 30 30 53 3f 43 4f 4d b5 80 03",
                    // The manual's own packet, given as a check only
                    "SAF0|02 08 53 41 46 30 55 43 03")
            .map(line -> vector(Mode.SAFE, line))
            .toList();

    private static NewEraVector vector(Mode mode, String line) {
        String[] parts = line.split("\\|");
        return new NewEraVector(mode, parts[0], parts[1]);
    }

    static List<NewEraVector> basic() {
        return BASIC;
    }

    static List<NewEraVector> safe() {
        return SAFE;
    }

    static List<NewEraVector> all() {
        return Stream.of(BASIC, SAFE).flatMap(List::stream).toList();
    }

    byte[] wire() {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    NewEraFrame frame() {
        return new NewEraFrame(mode, payload);
    }
}
