package vigil.export;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import vigil.store.SessionRecord;

/**
 * A FHIR document in the making. Ids are computed from the session and what each resource stands for, times come from
 * the record, so the same record gives the same document. Not thread-safe.
 */
final class FhirDocument {
    private static final String URN = "urn:uuid:";

    private final SessionRecord record;
    private final Bundle bundle = new Bundle();

    FhirDocument(SessionRecord record) {
        this.record = record;
        bundle.setType(Bundle.BundleType.DOCUMENT);
        bundle.setId(id("Bundle", Long.toString(record.head().sequence())));
        bundle.setIdentifier(new Identifier().setSystem("urn:ietf:rfc:3986").setValue(URN + bundle.getIdPart()));
        bundle.setTimestampElement(instant(record.asOf()));
        tag(bundle);
    }

    SessionRecord record() {
        return record;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Adds a resource under a key that is unique for its type within the session; returns a reference to it. */
    Reference add(Resource resource, String key) {
        resource.setId(id(resource.fhirType(), key));
        tag(resource);
        bundle.addEntry().setFullUrl(URN + resource.getIdPart()).setResource(resource);
        return new Reference(URN + resource.getIdPart());
    }

    /** Adds resources with keys made of {@code prefix} and their position. */
    List<Reference> addAll(List<? extends Resource> resources, String prefix) {
        List<Reference> references = new ArrayList<>();
        for (Resource resource : resources) {
            references.add(add(resource, prefix + "/" + references.size()));
        }
        return references;
    }

    DateTimeType dateTime(Instant at) {
        return new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, zone());
    }

    InstantType instant(Instant at) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, zone());
    }

    Period period(Instant start) {
        return new Period().setStartElement(dateTime(start));
    }

    Period period(Instant start, Instant end) {
        return period(start).setEndElement(dateTime(end));
    }

    private TimeZone zone() {
        return TimeZone.getTimeZone(record.zone());
    }

    private void tag(Resource resource) {
        if (record.simulated()) {
            resource.getMeta().addSecurity(FhirCodes.test());
        }
    }

    private String id(String type, String key) {
        String name = record.id() + "/" + type + "/" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
