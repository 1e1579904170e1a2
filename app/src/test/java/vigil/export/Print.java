package vigil.export;

import java.io.IOException;
import java.util.List;
import vigil.session.SignatureMeaning;
import vigil.store.SessionRecord;

/** Every document that is printed, of planned courses. */
enum Print {
    OBSERVATION_RECORD,
    OBSERVATION_RECORD_VOIDED,
    HANDOVER,
    SESSION_REPORT,
    LETTER;

    byte[] pdf(Prints prints) throws IOException {
        return switch (this) {
            case OBSERVATION_RECORD -> prints.fourHourRecord(signed());
            case OBSERVATION_RECORD_VOIDED ->
                prints.fourHourRecord(PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::voided));
            case HANDOVER -> prints.handover(PlannedCourse.handover());
            case SESSION_REPORT -> prints.sessionReport(signed());
            case LETTER -> prints.gpLetter(signed());
        };
    }

    /** With what people did around the course, and signed as it stands. */
    private static SessionRecord signed() {
        SessionRecord unsigned = PlannedCare.eventful();
        String hash =
                FourHourRecord.of(unsigned, PlannedCourse.PRINTED).orElseThrow().contentHash();
        return PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withCare(unsigned.care())
                        .withSignatures(
                                List.of(PlannedCourse.signature(SignatureMeaning.OBSERVATIONS_COMPLETE, hash))));
    }
}
