package vigil.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Optional;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;

/**
 * Events to bytes and back, exactly. The payload is a JSON object in UTF-8 without the moment and the kind of event,
 * which stand in the entry's own fields ({@link Frame}). Field names and words are the record's format: they stay, whatever
 * happens to class names. Thread-safe.
 */
final class EventCodec {
    private static final ObjectMapper JSON = new ObjectMapper(new JsonFactory());

    private EventCodec() {}

    /** The payload of an event: equal events give equal bytes. */
    static byte[] encode(Event event) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(256)) {
            try (JsonGenerator json = JSON.getFactory().createGenerator(bytes)) {
                json.writeStartObject();
                write(event, new JsonOut(json));
                json.writeEndObject();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("an event could not be written to memory", e);
        }
    }

    private static void write(Event event, JsonOut out) throws IOException {
        switch (event) {
            case Event.ByPerson entered -> {
                writeEntered(entered, out);
                SetUpCodec.writeStaff("by", entered.by(), out);
            }
            case PeopleEvent it -> PeopleCodec.write(it, out);
            case Event.ConsoleStarted started -> {
                out.text("boot", started.bootId());
                out.text("version", started.programVersion());
                out.flag("simulated", started.simulated());
            }
            case Event.Tick _ -> {}
            case Event.PumpSaid(var said) -> PumpCodec.write(said, out);
            case Event.EventsLost lost -> out.number("count", lost.count());
            case Event.DraftKept kept -> DraftCodec.write(kept, out);
            case Event.SoundReported reported -> out.word("problem", reported.problem());
            case Event.SiteSettingsInForce inForce -> SupervisionCodec.writeSettings(inForce.settings(), out);
            case Event.BackupMade made -> out.number("lastEntry", made.lastEntry());
            case Event.BackupFailed failed -> out.text("reason", failed.reason());
            case Event.KeyRenewed renewed -> {
                out.text("before", renewed.before());
                out.text("after", renewed.after());
                out.text("by", renewed.by());
                out.text("reason", renewed.reason());
            }
            case Event.RecordCutOff it -> {
                out.number("lastEntry", it.lastEntry());
                out.number("seen", it.seen());
            }
            case Event.RecordingFailed it -> out.text("reason", it.reason());
            case Event.RecordInDanger it -> out.text("reason", it.reason());
            case Event.RecordingRestored it -> out.text("since", it.since().toString());
            case Event.ScreenStalled _ -> {}
            case Event.ScreenAnswered answered -> out.seconds("stood", Optional.of(answered.stood()));
            case Event.ProgramStood stood -> out.seconds("stood", Optional.of(stood.stood()));
            case Event.RecordPurged purged -> {
                out.number("lastEntry", purged.lastEntry());
                out.text("chainHash", purged.chainHash());
                out.number("sessions", purged.sessions());
                out.text("by", purged.by());
                out.text("reason", purged.reason());
                out.number("keptFrom", purged.keptFrom());
            }
            case Event.RecordShortened it -> {
                out.seconds("elapsed", Optional.of(it.elapsed()));
                out.number("entries", it.entries());
                out.number("lastEntry", it.lastEntry());
                out.text("chainHash", it.chainHash());
            }
        }
    }

    private static void writeEntered(Event.ByPerson event, JsonOut out) throws IOException {
        switch (event) {
            case Event.SessionOpened opened -> {
                out.text("session", opened.id().value());
                out.object("patient", fields -> SetUpCodec.writePatient(opened.patient(), fields));
                out.text("zone", opened.zone().getId());
            }
            case Event.PatientCorrected corrected ->
                out.object("patient", fields -> SetUpCodec.writePatient(corrected.patient(), fields));
            case Event.WeightConfirmed confirmed -> {
                SetUpCodec.writeWeight(confirmed.weight(), out);
                SetUpCodec.writeStaff("secondChecker", confirmed.secondChecker(), out);
            }
            case Event.SolutionConfirmed confirmed -> {
                SetUpCodec.writeSolution(confirmed.solution(), out);
                SetUpCodec.writeStaff("secondChecker", confirmed.secondChecker(), out);
            }
            case Event.LineConfirmed confirmed -> SetUpCodec.writeLine(confirmed.line(), out);
            case Event.AssessmentRecorded recorded -> SetUpCodec.writeAssessment(recorded.assessment(), out);
            case Event.RateOrdered ordered -> SetUpCodec.writeOrder(ordered.order(), out);
            case Event.PumpBound bound -> {
                out.text("model", bound.model());
                out.text("serialNumber", bound.serialNumber());
            }
            case Event.ChartedPumpBound bound -> {
                out.text("model", bound.model());
                out.text("serialNumber", bound.serialNumber());
            }
            case Event.AdmissionRecorded recorded -> SupervisionCodec.writeAdmission(recorded.admission(), out);
            case Event.WeightMeasured measured -> SetUpCodec.writeWeight(measured.weight(), out);
            case Event.SolutionEntered entered -> SetUpCodec.writeSolution(entered.solution(), out);
            case Event.PumpChecked checked -> SupervisionCodec.writeCheck(checked, out);
            case Event.PurgeRecorded purge ->
                out.decimal("volumeMl", purge.volume().ml());
            case Event.DeliveryExplained explained -> {
                out.word("cause", explained.cause());
                out.text("note", explained.note());
            }
            case Event.ObservationsCharted charted -> ObservationCodec.write(charted.set(), out);
            case Event.ObservationsAmended amended -> {
                out.text("charted", amended.charted().toString());
                ObservationCodec.write(amended.set(), out);
                out.text("reason", amended.reason());
            }
            case Event.EntryVoided voided -> {
                out.text("entered", voided.entered().toString());
                out.word("kind", voided.kind());
                out.text("reason", voided.reason());
            }
            case Event.ReviewDone _ -> {}
            case Event.StopExplained explained -> {
                out.word("reason", explained.reason());
                out.text("note", explained.note());
                out.seconds("plannedS", explained.plannedFor());
            }
            case Event.CessationDecided decided -> {
                out.word("reason", decided.reason());
                out.text("decidedBy", decided.decidedBy());
            }
            case Event.DischargePlanned planned -> SetUpCodec.writeDischargePlan(planned.plan(), out);
            case Event.Signed signed -> {
                out.word("meaning", signed.meaning());
                out.text("contentHash", signed.contentHash());
            }
            case Event.NoteAdded note -> out.text("text", note.text());
            case Event.SettingChanged changed -> {
                out.text("setting", changed.setting());
                out.text("before", changed.before());
                out.text("after", changed.after());
            }
            case Event.ConditionAcknowledged acknowledged -> out.text("condition", acknowledged.conditionKey());
            case Event.OfCare care -> CareCodec.write(care, out);
            case Event.AudioPaused _ -> {}
            case Event.AudioResumed _ -> {}
            case Event.SoundTestAsked _ -> {}
            case Event.SoundChecked checked -> out.flag("heard", checked.heard());
            case Event.OpioidRegimenRecorded recorded -> BackgroundCodec.write(recorded.regimen(), out);
            case Event.OutcomesScored scored -> BackgroundCodec.write(scored.scores(), out);
            case Event.ReferenceChosen chosen -> out.text("regimen", chosen.regimen());
            case Event.PlasmaChosen chosen -> BackgroundCodec.write(chosen.choice(), out);
        }
    }

    /** @throws IllegalArgumentException if the payload is not what {@link #encode} writes for this type */
    static Event decode(EventType type, Moment at, byte[] payload) {
        try {
            return type.read(at, new JsonIn(JSON.readTree(payload)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the payload is not JSON", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
