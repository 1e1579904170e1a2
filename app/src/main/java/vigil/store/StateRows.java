package vigil.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vigil.dose.DoseRate;
import vigil.dose.DoseTotals;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.session.Cessation;
import vigil.session.Course;
import vigil.session.Dosage;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.Pause;
import vigil.session.Progress;
import vigil.session.Segment;
import vigil.session.Session;
import vigil.session.SetUp;
import vigil.session.Stamp;
import vigil.session.Trend;

/** How a session stands, as rows that are written again when it has changed: one call brings them all up to date. */
final class StateRows {
    private static final int RATE_DECIMALS = 4;
    private static final int SHOWN_RATE_DECIMALS = 3;
    private static final int PER_KG_DECIMALS = 2;

    private final Statements rows;
    private int pointsWritten;

    StateRows(Statements rows) {
        this.rows = rows;
    }

    /** The rows of {@code session} are in the database already. */
    void alreadyWritten(Session session) {
        pointsWritten = session.trend().points().size();
    }

    /** A new session begins; none of its rows has been written. */
    void begin() {
        pointsWritten = 0;
    }

    void write(Session session, SetUp.Opening opening, long openedSequence) throws SQLException {
        String id = opening.id().value();
        rows.afterAll("DELETE FROM cessation WHERE session_id = ?", id);
        rows.afterAll("DELETE FROM gate_line WHERE session_id = ?", id);
        rows.write();
        writeSession(session, opening, openedSequence);
        for (Segment segment : session.dosage().segments().all()) {
            write(id, segment);
        }
        for (DoseTotals.DayMass day : session.dosage().totals().days()) {
            rows.add(Table.DAY_TOTAL, id, day.day(), day.mass().mg());
        }
        writeCessations(id, session.progress());
        writePauses(id, session.care().effects().pauses());
        for (var line : session.gate().lines()) {
            rows.add(Table.GATE_LINE, id, line.number(), line.met(), line.value());
        }
        writePoints(id, session.trend().points());
    }

    private void writeSession(Session session, SetUp.Opening opening, long openedSequence) throws SQLException {
        Patient patient = opening.patient();
        Optional<Stamp> t0 = session.progress().t0();
        Dosage dosage = session.dosage();
        rows.add(
                Table.SESSION,
                opening.id().value(),
                openedSequence,
                opening.at().at().utc(),
                opening.by().userId(),
                opening.by().name(),
                opening.by().role(),
                opening.zone().getId(),
                session.isSimulated(),
                session.clock()
                        .console()
                        .map(Event.ConsoleStarted::programVersion)
                        .orElse(""),
                patient.familyName(),
                patient.givenNames(),
                patient.mrn(),
                patient.dateOfBirth(),
                patient.allergies(),
                patient.room(),
                session.phase(),
                session.progress().course().startedAt().map(start -> start.at().utc()),
                t0.map(at -> at.at().utc()),
                t0.map(Stamp::elapsed),
                dosage.totals().course().mg(),
                session.dosage().mgPerKg(PER_KG_DECIMALS),
                dosage.totals().last24h(session.elapsed()).mg(),
                session.isTotalLowerBound(session.elapsed()),
                dosage.highest().map(peak -> peak.rate().toDecimal(SHOWN_RATE_DECIMALS)),
                dosage.highest().map(peak -> peak.at().at().utc()));
    }

    private void write(String id, Segment segment) throws SQLException {
        rows.add(
                Table.SEGMENT,
                id,
                segment.number(),
                segment.start().at().utc(),
                segment.end().map(end -> end.at().utc()),
                segment.openedBecause(),
                segment.concentration().map(Concentration::mgPerMl),
                segment.weight().map(DosingWeight::kg),
                segment.counted().volumeMl(),
                segment.mass().mg(),
                segment.counted().purgedMl(),
                quality(segment.counted()),
                segment.counted().partMissed());
    }

    private static String quality(Segment.Counted counted) {
        return counted.charted() ? "charted" : counted.estimated() ? "estimated" : "ok";
    }

    private void writeCessations(String id, Progress progress) throws SQLException {
        int number = 1;
        for (Cessation voided : progress.voided()) {
            write(id, number++, voided);
        }
        if (progress.cessation().isPresent()) {
            write(id, number, progress.cessation().get());
        }
    }

    private void writePauses(String id, List<Pause> pauses) throws SQLException {
        int number = 1;
        for (Pause pause : pauses) {
            rows.add(
                    Table.PAUSE,
                    id,
                    number++,
                    pause.from().at().utc(),
                    pause.seen().at().utc(),
                    pause.ended().map(ended -> ended.at().at().utc()),
                    pause.ended().map(ended -> ended.at().since(pause.from())),
                    pause.hasResumed(),
                    pause.isResumedEarly(),
                    pause.assessed().map(Pause.Assessed::eased),
                    pause.wanted());
        }
    }

    private void write(String id, int number, Cessation cessation) throws SQLException {
        Optional<Course.Delivered> last = cessation.lastDelivery();
        Optional<DoseRate> lastDose = last.flatMap(Course.Delivered::doseRate);
        rows.add(
                Table.CESSATION,
                id,
                number,
                cessation.decision().reason(),
                cessation.decision().decidedBy(),
                cessation.decision().at().at().utc(),
                cessation.t0().map(Stamp::at).map(Moment::utc),
                last.map(it -> it.at().at().utc()),
                last.flatMap(Course.Delivered::flowRate).map(FlowRate::mlPerH),
                lastDose.map(DoseRate::mgPerH),
                lastDose.map(rate -> rate.toDecimal(SHOWN_RATE_DECIMALS)),
                cessation.wean(),
                cessation.voidedAt().map(Stamp::at).map(Moment::utc),
                cessation.observation());
    }

    private void writePoints(String id, List<Trend.Point> points) throws SQLException {
        for (; pointsWritten < points.size(); pointsWritten++) {
            Trend.Point point = points.get(pointsWritten);
            rows.add(
                    Table.MINUTE_POINT,
                    id,
                    pointsWritten + 1,
                    point.at(),
                    point.doseRate().map(rate -> rate.toDecimal(RATE_DECIMALS)),
                    point.cumulativeMg(),
                    point.delivering());
        }
    }
}
