package vigil.pump.bcc;

import vigil.pump.wire.Octets;

/**
 * The address of a quadruple: {@code 50100} for the ComDevice itself, {@code 501xy} for a pump in pillar x (1–3, from the
 * left), slot y (1–9, A–O, from below). Some ComDevices write slots above 9 as two digits ({@code 501110} for
 * {@code 5011A}); both forms are read. As a number, pillar × 32 + slot.
 */
public final class BccSlot {
    /** The ComDevice itself. */
    public static final int GENERAL = 0;

    /** No address of a rack. */
    public static final int NONE = -1;

    /** Numbers of slots are below this. */
    static final int LIMIT = 128;

    /** Slots of one pillar, 1–9 and A–O. */
    public static final int MOST_PLACE = 24;

    private static final int PILLAR = 32;
    private static final String PLACES = "0123456789ABCDEFGHIJKLMNO";

    private BccSlot() {}

    /** The number of a slot; {@link #NONE} when the rack can have no such slot. */
    public static int of(int pillar, int place) {
        boolean exists = pillar >= 1 && pillar <= 3 && place >= 1 && place <= MOST_PLACE;
        return exists ? pillar * PILLAR + place : NONE;
    }

    /** Reads the address between {@code from} and {@code to}; {@link #NONE} when it is no address of a rack. */
    static int read(Octets text, int from, int to) {
        int length = to - from;
        if (length < 5 || length > 6 || !text.has("501", from)) {
            return NONE;
        }
        int pillar = text.at(from + 3) - '0';
        int place = length == 5 ? place(text.at(from + 4)) : twoDigits(text, from + 4);
        return pillar == 0 && place == 0 ? GENERAL : of(pillar, place);
    }

    static int place(char character) {
        return PLACES.indexOf(character);
    }

    private static int twoDigits(Octets text, int from) {
        int tens = text.at(from) - '0';
        int ones = text.at(from + 1) - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return digits ? tens * 10 + ones : NONE;
    }

    /** The address in five characters, for example {@code 5011A}. */
    public static String address(int slot) {
        return slot == GENERAL ? "50100" : "501" + slot / PILLAR + PLACES.charAt(slot % PILLAR);
    }

    /** The address as some ComDevices write it: slots above 9 with two digits, for example {@code 501110}. */
    public static String longAddress(int slot) {
        int place = slot % PILLAR;
        return place <= 9 ? address(slot) : "501" + slot / PILLAR + place;
    }
}
