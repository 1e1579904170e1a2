package vigil.pump.sim;

/**
 * What sort of device is simulated and what its quirks are.
 *
 * @param single a single pump without address instead of a base with modules
 * @param enquiryInside an ENQ in the middle of each answer
 * @param oneValueAtATime a request for several values is refused (error 04)
 * @param answerFirst the answer comes before the ACK of the request, not after it
 */
public record FreseniusOptions(boolean single, boolean enquiryInside, boolean oneValueAtATime, boolean answerFirst) {
    /** A base with modules and no quirks. */
    public static final FreseniusOptions BASE = new FreseniusOptions(false, false, false, false);

    /** A single pump. */
    public static final FreseniusOptions SINGLE = new FreseniusOptions(true, false, false, false);

    public FreseniusOptions withEnquiryInside() {
        return new FreseniusOptions(single, true, oneValueAtATime, answerFirst);
    }

    public FreseniusOptions withOneValueAtATime() {
        return new FreseniusOptions(single, enquiryInside, true, answerFirst);
    }

    public FreseniusOptions withAnswerFirst() {
        return new FreseniusOptions(single, enquiryInside, oneValueAtATime, true);
    }
}
