package vigil.ui.history;

import java.util.List;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * One session in words.
 *
 * @param namesHidden name and MRN are not shown (privacy mode)
 */
record SessionWords(SessionLine session, Phrases phrases, boolean namesHidden) {

    String name() {
        return namesHidden ? phrases.text("patient.hidden") : session.patient().listedName();
    }

    String mrn() {
        return namesHidden
                ? phrases.text("patient.mrn-hidden")
                : session.patient().mrn();
    }

    /** When its infusion began, else when it was opened. */
    String when() {
        return session.startedAt()
                .map(at -> phrases.text("history.started", phrases.day(at), phrases.clock(at)))
                .orElseGet(() -> phrases.text(
                        "history.opened", phrases.day(session.openedAt()), phrases.clock(session.openedAt())));
    }

    String phase() {
        return phrases.text("phase." + session.phase().name());
    }

    String total() {
        String mg = phrases.words().decimal(session.totalMg(), 1) + " mg";
        return session.atLeast() ? phrases.text("history.at-least", mg) : mg;
    }

    List<Figure> figures() {
        return List.of(
                new Figure(phrases.text("patient.mrn"), mrn()),
                new Figure(
                        phrases.text("patient.born-brief"),
                        phrases.date(session.patient().dateOfBirth())),
                new Figure(phrases.text("patient.room"), session.patient().room()),
                new Figure(phrases.text("history.given"), total()),
                new Figure(
                        phrases.text("history.ended"),
                        session.t0()
                                .map(at -> phrases.day(at) + " " + phrases.clock(at))
                                .orElse("–")),
                new Figure(phrases.text("history.id"), session.id().value()));
    }

    String spoken() {
        return String.join(" ", name(), when(), phase(), total());
    }
}
