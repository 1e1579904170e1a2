package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;

/**
 * The frames of section 2.11 of the protocol page: plain text with control characters named, and the wire bytes with
 * stuffing on. The first eight are the specification's own.
 */
enum BccVector {
    ALIVE(
            "<SOH>00031<STX>1/1/1>ADMIN:ALIVE<ETX>00061<EOT>",
            "01 30 30 30 33 31 02 31 2f 31 2f 31 3e 41 45 58 4d 49 4e 3a 41 4c 49 56 45 45 03 30 30" + " 30 36 31 04"),
    ACKNOWLEDGED(
            "<SOH>00044<STX>SpaceCOM/1/1>206,50100,GNACK,0<ETX>00109<EOT>",
            "01 30 30 30 34 34 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 32 30 36 2c 35 30 31 30"
                    + " 30 2c 47 4e 41 43 4b 2c 30 03 30 30 31 30 39 04"),
    ACKNOWLEDGED_LATER(
            "<SOH>00044<STX>SpaceCOM/1/1>624,50100,GNACK,0<ETX>00113<EOT>",
            "01 30 30 30 34 34 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 36 32 34 2c 35 30 31 30"
                    + " 30 2c 47 4e 41 43 4b 2c 30 03 30 30 31 31 33 04"),
    VERSION(
            "<SOH>00040<STX>SpaceCOM/1/1>ADMIN:VERSION<ETX>00140<EOT>",
            "01 30 30 30 34 30 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 41 45 58 4d 49 4e 3a 56"
                    + " 45 45 52 53 49 4f 4e 03 30 30 31 34 30 04"),
    VERSION_TOLD(
            "<SOH>00042<STX>SpaceCOM/1/1>207,50100,V3.30<ETX>00198<EOT>",
            "01 30 30 30 34 32 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 32 30 37 2c 35 30 31 30"
                    + " 30 2c 56 33 2e 33 30 03 30 30 31 39 38 04"),
    VERSION_TOLD_LATER(
            "<SOH>00042<STX>SpaceCOM/1/1>626,50100,V3.30<ETX>00203<EOT>",
            "01 30 30 30 34 32 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 36 32 36 2c 35 30 31 30"
                    + " 30 2c 56 33 2e 33 30 03 30 30 32 30 33 04"),
    EVERYTHING(
            "<SOH>00034<STX>SpaceCOM/1/1>MEM:GET<ETX>00191<EOT>",
            "01 30 30 30 33 34 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 4d 45 45 4d 3a 47 45 45"
                    + " 54 03 30 30 31 39 31 04"),
    SLOT_13(
            "<SOH>00041<STX>SpaceCOM/1/1>MEM:GETSLOT#13<ETX>00134<EOT>",
            "01 30 30 30 34 31 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 4d 45 45 4d 3a 47 45 45"
                    + " 54 53 4c 4f 54 23 31 33 03 30 30 31 33 34 04"),
    SLOT_11(
            "<SOH>00041<STX>SpaceCOM/1/1>MEM:GETSLOT#11<ETX>00132<EOT>",
            "01 30 30 30 34 31 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 4d 45 45 4d 3a 47 45 45"
                    + " 54 53 4c 4f 54 23 31 31 03 30 30 31 33 32 04"),
    RACK(
            "<SOH>00067<STX>SpaceCOM/1/1>214,50100,FMNOR,1<RS>214,50100,FMSTAT,00051<ETB>00152<EOT>",
            "01 30 30 30 36 37 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 32 31 34 2c 35 30 31 30"
                    + " 30 2c 46 4d 4e 4f 52 2c 31 1e 32 31 34 2c 35 30 31 30 30 2c 46 4d 53 54 41 54 2c 30 3"
                    + "0 30 35 31 17 30 30 31 35 32 04"),
    PUMP(
            "<SOH>00153<STX>SpaceCOM/1/1>214,50111,GNMODEL,688N030003<RS>214,50111,INRT,0.35<RS>214"
                    + ",50111,INVI,1.4<RS>214,50111,INSOL,Ketamine<RS>214,50111,INM3,1<RS>214,50111,INA3,0<ET"
                    + "X>00242<EOT>",
            "01 30 30 31 35 33 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 32 31 34 2c 35 30 31 31"
                    + " 31 2c 47 4e 4d 4f 45 58 45 45 4c 2c 36 38 38 4e 30 33 30 30 30 33 1e 32 31 34 2c 35 3"
                    + "0 31 31 31 2c 49 4e 52 54 2c 30 2e 33 35 1e 32 31 34 2c 35 30 31 31 31 2c 49 4e 56 49 "
                    + "2c 31 2e 34 1e 32 31 34 2c 35 30 31 31 31 2c 49 4e 53 4f 4c 2c 4b 65 65 74 61 6d 69 6e"
                    + " 65 65 1e 32 31 34 2c 35 30 31 31 31 2c 49 4e 4d 33 2c 31 1e 32 31 34 2c 35 30 31 31 3"
                    + "1 2c 49 4e 41 33 2c 30 03 30 30 32 34 32 04"),
    REMOVED(
            "<SOH>00045<STX>SpaceCOM/1/1>215,50111,GNERR,39<ETX>00198<EOT>",
            "01 30 30 30 34 35 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 32 31 35 2c 35 30 31 31"
                    + " 31 2c 47 4e 45 45 52 52 2c 33 39 03 30 30 31 39 38 04"),
    SYNTAX(
            "<SOH>00045<STX>SpaceCOM/1/1>216,50100,GNERR,68<ETX>00199<EOT>",
            "01 30 30 30 34 35 02 53 70 61 63 65 65 43 4f 4d 2f 31 2f 31 3e 32 31 36 2c 35 30 31 30"
                    + " 30 2c 47 4e 45 45 52 52 2c 36 38 03 30 30 31 39 39 04"),
    ALL_STUFFED_LETTERS(
            "<SOH>00046<STX>E4/B2/1/1>300,50112,INSOL,DExEdE<ETX>00158<EOT>",
            "01 30 30 30 34 36 02 45 45 34 2f 42 32 2f 31 2f 31 3e 33 30 30 2c 35 30 31 31 32 2c 49"
                    + " 4e 53 4f 4c 2c 45 58 45 45 78 45 45 65 78 45 45 03 30 30 31 35 38 04");

    private final String plain;
    private final String hex;

    BccVector(String plain, String hex) {
        this.plain = plain;
        this.hex = hex;
    }

    /** The wire bytes with stuffing on, as printed on the page. */
    byte[] wire() {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    /** The wire bytes with stuffing off: the plain text itself. */
    byte[] unstuffed() {
        String text = plain.replace("<SOH>", "\u0001")
                .replace("<STX>", "\u0002")
                .replace("<ETX>", "\u0003")
                .replace("<EOT>", "\u0004")
                .replace("<ETB>", "\u0017")
                .replace("<RS>", "\u001e");
        return text.getBytes(ISO_8859_1);
    }

    /** What a framer should make of it, cut out of the plain text by hand. */
    BccFrame frame() {
        int bed = plain.indexOf("<STX>") + "<STX>".length();
        int header = plain.indexOf("/1/1>");
        boolean last = plain.contains("<ETX>");
        int close = plain.indexOf(last ? "<ETX>" : "<ETB>");
        String information = plain.substring(header + "/1/1>".length(), close).replace("<RS>", "\u001e");
        return new BccFrame(plain.substring(bed, header), information, last);
    }
}
