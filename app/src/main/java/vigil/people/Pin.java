package vigil.people;

import java.util.Optional;

/** A PIN as it was typed. Lives as long as it takes to check it; its text form says nothing. Immutable. */
public record Pin(String digits) {
    /** A ward's list of six digits holds out for days against whoever has stolen disk and key; four hold out for minutes. */
    public static final int LEAST = 6;

    public static final int MOST = 12;

    /** Why a PIN may not be chosen. */
    public enum Fault {
        NO_DIGITS,
        LENGTH,
        /** Fewer than three different digits. */
        FEW_DIGITS,
        /** Runs up or down in steps of one. */
        SEQUENCE,
        /** Contained in the user id, or the other way round. */
        LIKE_ID,
        /** The one that is to be replaced. */
        SAME
    }

    /** What is wrong with it as the PIN of {@code userId}; empty when it may be chosen. */
    public Optional<Fault> fault(String userId) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Fault.NO_DIGITS);
        }
        if (digits.length() < LEAST || digits.length() > MOST) {
            return Optional.of(Fault.LENGTH);
        }
        if (digits.chars().distinct().count() < 3) {
            return Optional.of(Fault.FEW_DIGITS);
        }
        if (runs(1) || runs(-1)) {
            return Optional.of(Fault.SEQUENCE);
        }
        return userId.contains(digits) || digits.contains(userId) ? Optional.of(Fault.LIKE_ID) : Optional.empty();
    }

    private boolean runs(int step) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) - digits.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Pin";
    }
}
