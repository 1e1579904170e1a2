package vigil.ui.form;

import java.util.List;

/** Why a text cannot be what its field asks for, with what the words for people need. Immutable. */
public record Fault(What what, List<String> arguments) {
    /** Each has its words under {@code form.fault.}. */
    public enum What {
        LONG,
        CHARACTER,
        NUMBER,
        /** A unit was typed beside the number, and the field has its own. */
        UNIT,
        DECIMALS,
        RANGE,
        DATE,
        DATE_RANGE,
        TIME,
        OPTION
    }

    public Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(What what, String... arguments) {
        return new Fault(what, List.of(arguments));
    }
}
