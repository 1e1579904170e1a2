package vigil.pump.fresenius;

/**
 * One request of the conversation and what answers it.
 *
 * @param address of whom it is asked
 * @param letters the values asked for; empty where there are none to choose
 */
record FreseniusStep(Kind kind, int address, String letters) {
    enum Kind {
        CONNECT,
        SUBSCRIBE,
        /** Which modules are there, at the beginning of each round. */
        MODULES,
        /** The same question, asked to find out whether the base still answers. */
        PROBE,
        TYPE,
        IDENTIFIER,
        DRUG,
        VALUES,
        DISCONNECT
    }

    static FreseniusStep of(Kind kind, int address) {
        return new FreseniusStep(kind, address, "");
    }

    FreseniusQuery query() {
        return switch (kind) {
            case CONNECT -> FreseniusQuery.connect(address);
            case SUBSCRIBE -> FreseniusQuery.subscribe(address, letters);
            case MODULES, PROBE -> FreseniusQuery.modules();
            case TYPE -> FreseniusQuery.deviceType(address);
            case IDENTIFIER -> FreseniusQuery.identifier(address);
            case DRUG -> FreseniusQuery.drug(address);
            case VALUES -> FreseniusQuery.values(address, letters);
            case DISCONNECT -> FreseniusQuery.disconnect(address);
        };
    }

    /** True when the conversation can go on without an answer. */
    boolean isOptional() {
        return switch (kind) {
            case SUBSCRIBE, TYPE, IDENTIFIER, DRUG, DISCONNECT -> true;
            case CONNECT, MODULES, PROBE, VALUES -> false;
        };
    }

    /**
     * True when the frame answers this and nothing else. A late answer to the request before has another address or other
     * letters, and is left alone.
     */
    boolean isAnsweredBy(FreseniusFrame frame) {
        if (frame.address() != address) {
            return false;
        }
        return switch (frame.status()) {
            case 'I' -> true;
            case 'C' ->
                switch (kind) {
                    case CONNECT, SUBSCRIBE, DISCONNECT -> !frame.hasData();
                    case TYPE, IDENTIFIER, DRUG -> frame.hasData();
                    case MODULES, PROBE -> startsWithOneOf("b", frame);
                    case VALUES -> startsWithOneOf(letters, frame);
                };
            default -> false;
        };
    }

    private static boolean startsWithOneOf(String letters, FreseniusFrame frame) {
        int at = frame.dataAt();
        return at < frame.octets().length() && letters.indexOf(frame.octets().at(at)) >= 0;
    }
}
