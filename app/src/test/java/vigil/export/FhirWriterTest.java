package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DeviceMetric;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import vigil.session.Patient;
import vigil.store.SessionRecord;

class FhirWriterTest {
    private static final FhirWriter WRITER = new FhirWriter();
    private static final FhirContext R4 = FhirContext.forR4();

    @Test
    void aDocumentBeginsWithItsCompositionAndNamesPatientAndDevices() throws IOException {
        Bundle bundle = parsed(PlannedCourse.record());

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(bundle.getEntryFirstRep().getResource()).isInstanceOf(Composition.class);
        assertThat(of(bundle, org.hl7.fhir.r4.model.Patient.class))
                .singleElement()
                .satisfies(patient -> {
                    assertThat(patient.getIdentifierFirstRep().getValue()).isEqualTo("0412 7785");
                    assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Winter");
                    assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1971-03-14");
                });
        assertThat(of(bundle, org.hl7.fhir.r4.model.Device.class)).hasSize(2);
    }

    @Test
    void everyReferenceOfTheCompositionIsInTheBundle() throws IOException {
        Bundle bundle = parsed(PlannedCourse.record());
        List<String> urls = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .toList();

        assertThat(((Composition) bundle.getEntryFirstRep().getResource())
                        .getSection().stream()
                                .flatMap(section -> section.getEntry().stream())
                                .map(reference -> reference.getReference()))
                .isNotEmpty()
                .allMatch(urls::contains);
        assertThat(urls).doesNotHaveDuplicates();
    }

    @Test
    void thePumpMeasuresItsFlowAndVigilCalculatesTheDoseRate() throws IOException {
        Bundle bundle = parsed(PlannedCourse.record());

        assertThat(of(bundle, DeviceMetric.class))
                .extracting(metric -> metric.getType().getCodingFirstRep().getCode() + " " + metric.getCategory())
                .containsExactlyInAnyOrder("157784 MEASUREMENT", "157924 CALCULATION");
        assertThat(of(bundle, Observation.class))
                .filteredOn(rate -> rate.getCode().getCodingFirstRep().getCode().equals("157924"))
                .extracting(rate -> rate.getValueQuantity().getValue().toPlainString())
                .containsExactly("0.05", "0.1", "0.2", "0.15", "0.1", "0.05");
    }

    @Test
    void aPromptIsADetectedIssueWithWhoAnsweredItAndAPumpAlarmIsNot() throws IOException {
        long prompts = BusyCourse.record().alarms().stream()
                .filter(alarm -> alarm.origin().equals("PROMPT"))
                .count();

        assertThat(of(parsed(BusyCourse.record()), DetectedIssue.class))
                .hasSize(Math.toIntExact(prompts))
                .allSatisfy(issue -> {
                    assertThat(issue.getSeverity()).isEqualTo(DetectedIssue.DetectedIssueSeverity.MODERATE);
                    assertThat(issue.getDetail()).contains("R15: S2 grade 2");
                    assertThat(issue.getMitigationFirstRep().getAuthor().getDisplay())
                            .isEqualTo("A. Brown RN");
                });
        assertThat(of(parsed(PlannedCourse.record()), DetectedIssue.class)).isEmpty();
    }

    @Test
    void everyEntryAndSignatureIsAnAuditEventOfItsPerson() throws IOException {
        SessionRecord record = PlannedCare.charted();

        assertThat(of(parsed(record), AuditEvent.class))
                .hasSize(record.care().entries().size() + record.signatures().size())
                .isNotEmpty()
                .allSatisfy(
                        event -> assertThat(event.getAgentFirstRep().getAltId()).isNotBlank());
    }

    /** Induction 0.05, 0.1, 0.2, then a wean by 0.15, 0.1 and 0.05 mg/kg/h: six stretches of one episode. */
    @Test
    void theEpisodeHasOnePartForEachRate() throws IOException {
        List<MedicationAdministration> all = of(parsed(PlannedCourse.record()), MedicationAdministration.class);

        MedicationAdministration episode = all.getFirst();
        assertThat(episode.getStatus()).isEqualTo(MedicationAdministrationStatus.COMPLETED);
        assertThat(episode.getDosage().getDose().getValue()).isEqualByComparingTo("994");
        assertThat(episode.getMedicationCodeableConcept().getCodingFirstRep().getCode())
                .isEqualTo("373464007");
        assertThat(episode.getDosage().getRoute().getCodingFirstRep().getCode()).isEqualTo("34206005");
        assertThat(all.stream().skip(1))
                .allMatch(part -> part.getPartOfFirstRep().getReference().endsWith(episode.getIdPart()))
                .extracting(
                        part -> part.getDosage().getRateQuantity().getValue().stripTrailingZeros())
                .containsExactly(Stream.of("0.05", "0.1", "0.2", "0.15", "0.1", "0.05")
                        .map(BigDecimal::new)
                        .toArray(BigDecimal[]::new));
        assertThat(all.get(1).getDosage().getRateQuantity().getCode()).isEqualTo("mg/kg/h");
    }

    @Test
    void aValueNotTakenHasAReasonAndNoValue() throws IOException {
        List<Observation> absent = of(parsed(PlannedCourse.record()), Observation.class).stream()
                .filter(Observation::hasDataAbsentReason)
                .toList();

        assertThat(absent).singleElement().satisfies(observation -> {
            assertThat(observation.getCode().getCodingFirstRep().getCode()).isEqualTo("59408-5");
            assertThat(observation.hasValue()).isFalse();
            assertThat(observation.getEffectiveDateTimeType().getValueAsString())
                    .isEqualTo("2026-03-06T09:31:00.000+11:00");
            assertThat(observation.getDataAbsentReason().getCodingFirstRep().getCode())
                    .isEqualTo("not-performed");
        });
    }

    @Test
    void vitalSignsCarryTheirCodesAndUnits() throws IOException {
        assertThat(of(parsed(PlannedCourse.record()), Observation.class))
                .filteredOn(observation ->
                        observation.getCode().getCodingFirstRep().getCode().equals("9279-1"))
                .hasSize(11)
                .allSatisfy(observation -> {
                    assertThat(observation
                                    .getCategoryFirstRep()
                                    .getCodingFirstRep()
                                    .getCode())
                            .isEqualTo("vital-signs");
                    assertThat(observation.getValueQuantity().getCode()).isEqualTo("/min");
                    assertThat(observation.getValueQuantity().getSystem()).isEqualTo("http://unitsofmeasure.org");
                });
    }

    @Test
    void everyResourceOfASimulationIsTaggedAsTest() throws IOException {
        Bundle bundle = parsed(PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::simulation));

        assertThat(bundle.getEntry())
                .allMatch(entry -> entry.getResource()
                        .getMeta()
                        .getSecurityFirstRep()
                        .getCode()
                        .equals("HTEST"));
        assertThat(json(PlannedCourse.record())).doesNotContain("HTEST");
    }

    @Test
    void hostileTextComesBackAsItWas() throws IOException {
        Patient patient =
                new Patient("<script>\"'\\\u202E", "中=1+1", "0412\u00007785", LocalDate.of(1971, 3, 14), "", "12");

        org.hl7.fhir.r4.model.Patient read = of(
                        parsed(PlannedCourse.ofPatient(patient)), org.hl7.fhir.r4.model.Patient.class)
                .getFirst();
        assertThat(read.getNameFirstRep().getFamily()).isEqualTo("<script>\"'\\\u202E");
        assertThat(read.getNameFirstRep().getGivenAsSingleString()).isEqualTo("中=1+1");
    }

    @Test
    void theSameRecordGivesTheSameBytesInEveryLanguage() throws IOException {
        String first = json(PlannedCourse.record());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(json(PlannedCourse.record())).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static <T extends Resource> List<T> of(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Bundle parsed(SessionRecord record) throws IOException {
        return R4.newJsonParser().parseResource(Bundle.class, json(record));
    }

    private static String json(SessionRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WRITER.write(record, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
