package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigil.store.SessionRecord;

/** Documents against the definitions of FHIR R4, from packages and without a network. Unknown code systems only warn. */
class FhirValidationTest {
    private static FhirValidator validator;

    @BeforeAll
    static void readTheDefinitions() {
        FhirContext context = FhirContext.forR4();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context));
        validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    @Test
    void aPlannedCourseIsAValidDocument() throws IOException {
        assertThat(errors(PlannedCourse.record())).isEmpty();
    }

    @Test
    void aCourseWithPausesDirectionsAndMarksIsAValidDocument() throws IOException {
        assertThat(errors(PlannedCare.charted())).isEmpty();
    }

    @Test
    void aCourseWithPromptsEntriesAndSignaturesIsAValidDocument() throws IOException {
        assertThat(errors(BusyCourse.record())).isEmpty();
    }

    @Test
    void aCourseThatStillRunsIsAValidDocument() throws IOException {
        assertThat(errors(PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::stillRunning)))
                .isEmpty();
    }

    @Test
    void aDocumentWithoutItsStatusIsRefused() throws IOException {
        assertThat(errors(json(PlannedCourse.record()).replace("\"status\": \"final\"", "\"statuz\": \"final\"")))
                .isNotEmpty();
    }

    private static List<String> errors(SessionRecord record) throws IOException {
        return errors(json(record));
    }

    private static List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(FhirValidationTest::line)
                .distinct()
                .toList();
    }

    private static String line(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static String json(SessionRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FhirWriter().write(record, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
