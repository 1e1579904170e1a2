package vigil.pump.fresenius;

import java.util.HexFormat;

/** The frames of section 4.9 of the protocol page: body and wire bytes. */
enum FreseniusVector {
    CONNECT_BASE("0DC", "02 30 44 43 34 38 03"),
    BASE_DONE("0C", "02 30 43 38 43 03"),
    MODULES("0LE;b", "02 30 4c 45 3b 62 41 31 03"),
    MODULES_TOLD("0C;b03", "02 30 43 3b 62 30 33 38 43 03"),
    NUMBER_OF_MODULES("0LE;i", "02 30 4c 45 3b 69 39 41 03"),
    CONNECT_MODULE("1DC", "02 31 44 43 34 37 03"),
    MODULE_DONE("1C", "02 31 43 38 42 03"),
    RATE("1LE;d", "02 31 4c 45 3b 64 39 45 03"),
    RATE_TOLD("1C;d0023", "02 31 43 3b 64 30 30 32 33 32 37 03"),
    VOLUME("1LE;r", "02 31 4c 45 3b 72 39 30 03"),
    VOLUME_TOLD("1C;r000004D2", "02 31 43 3b 72 30 30 30 30 30 34 44 32 34 34 03"),
    ALARM("1LE;a", "02 31 4c 45 3b 61 41 31 03"),
    ERROR("1LE;e", "02 31 4c 45 3b 65 39 44 03"),
    MODE("1LE;m", "02 31 4c 45 3b 6d 39 35 03"),
    DEVICE_TYPE("1LF;b", "02 31 4c 46 3b 62 39 46 03"),
    DRUG("1LP", "02 31 4c 50 33 32 03"),
    SUBSCRIBE("1DE;r", "02 31 44 45 3b 72 39 38 03"),
    SPONTANEOUS("1E;r000004D3", "02 31 45 3b 72 30 30 30 30 30 34 44 33 34 31 03"),
    ANSWER("1E", "02 31 45 38 39 03"),
    MODULE_CLOSED("1I;1E", "02 31 49 3b 31 45 44 34 03"),
    DISCONNECT_MODULE("1FC", "02 31 46 43 34 35 03"),
    DISCONNECT_BASE("0FC", "02 30 46 43 34 36 03");

    private final String body;
    private final String hex;

    FreseniusVector(String body, String hex) {
        this.body = body;
        this.hex = hex;
    }

    FreseniusFrame frame() {
        return new FreseniusFrame(body);
    }

    /** The wire bytes as printed on the page. */
    byte[] wire() {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
