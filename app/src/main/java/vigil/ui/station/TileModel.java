package vigil.ui.station;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import vigil.alarm.AlarmPriority;
import vigil.session.Phase;
import vigil.ui.parts.Phrases;
import vigil.ward.RoomState;

/**
 * One room in ready words.
 *
 * @param banner its highest condition
 * @param quiet what stands there without one
 * @param dose mg/kg/h, or dashes; empty where there is no infusion
 * @param foot the next thing that is due, or what the dose last was
 * @param late what is due is overdue
 * @param age of the value, by the server's clock
 * @param who name and MRN, for a view that shows them
 */
public record TileModel(
        String room,
        Optional<Banner> banner,
        String quiet,
        String phase,
        String detail,
        Optional<String> dose,
        boolean above,
        String foot,
        boolean late,
        String age,
        String who) {

    /**
     * A condition as a tile shows it.
     *
     * @param others how many more there are
     */
    public record Banner(AlarmPriority priority, String word, String title, String text, boolean flashes, int others) {
        boolean isHigh() {
            return priority == AlarmPriority.HIGH;
        }
    }

    static TileModel of(StationSight.Room room, Phrases phrases) {
        return room.state()
                .map(state -> new Reader(room, state, phrases).read())
                .orElseGet(() -> unknown(room, phrases));
    }

    /** Nothing was ever understood of it: it may not have been there yet, and it may speak otherwise than this station. */
    private static TileModel unknown(StationSight.Room room, Phrases phrases) {
        return new TileModel(
                room.name(),
                RoomBanner.of(room, phrases),
                phrases.text("station.never"),
                room.understood() ? phrases.text("station.no-patient") : Phrases.NO_VALUE,
                "",
                Optional.empty(),
                false,
                "",
                false,
                "",
                "");
    }

    /** One line for a screen reader. */
    String spoken() {
        String condition = banner.map(it -> it.word() + ". " + it.title() + ". " + it.text())
                .orElse(quiet);
        return String.join(
                ". ",
                room,
                condition,
                phase,
                detail,
                dose.map(it -> it + " mg/kg/h").orElse(""),
                foot,
                age);
    }

    private record Reader(StationSight.Room room, RoomState state, Phrases phrases) {
        private static final Duration SOON_EMPTY = Duration.ofMinutes(60);

        TileModel read() {
            Optional<RoomState.Due> due = state.due().stream().min(Comparator.comparing(RoomState.Due::at));
            boolean late = due.filter(it -> !it.overdueFrom().isAfter(now())).isPresent();
            return new TileModel(
                    room.name(),
                    RoomBanner.of(room, phrases),
                    quiet(),
                    phase(),
                    detail(),
                    dose(),
                    state.dose().aboveMaximum() && !isOld(),
                    foot(due, late),
                    late,
                    state.dose()
                            .readingAge()
                            .map(it -> phrases.text("station.age", phrases.age(it.plus(room.silence()))))
                            .orElse(room.isSilent() ? phrases.text("station.age", phrases.age(room.silence())) : ""),
                    state.patient().map(it -> it.name() + "  " + it.mrn()).orElse(""));
        }

        /** What is not heard any more is not called quiet. */
        private String quiet() {
            if (room.isSilent()) {
                return room.seen()
                        ? phrases.text("station.silent", phrases.age(room.silence()))
                        : phrases.text("station.unseen");
            }
            return phrases.text(state.patient().isPresent() ? "station.quiet" : "station.empty");
        }

        /** The bedside's own clock now, if it goes on. */
        private Instant now() {
            return state.at().plus(room.silence());
        }

        private boolean isOld() {
            return state.dose().stale() || room.isSilent();
        }

        private String phase() {
            if (state.patient().isEmpty()) {
                return phrases.text("station.no-patient");
            }
            String phase = state.course().phase();
            return phrases.words().find("phase." + phase).orElse(phase);
        }

        private String detail() {
            RoomState.Course course = state.course();
            Optional<String> now = course.paused()
                    .map(it -> phrases.text("station.paused", phrases.span(it)))
                    .or(() ->
                            course.observed().map(it -> phrases.text("phase.observed", Long.toString(it.toMinutes()))));
            String missing =
                    course.missing() > 0 ? phrases.text("station.missing", Integer.toString(course.missing())) : "";
            return now.or(() -> course.day().map(day -> phrases.text("station.day", day.toString())))
                    .orElse(missing);
        }

        private Optional<String> dose() {
            boolean runs = isCourse() || state.course().phase().equals(Phase.OBSERVING.name());
            if (!runs) {
                return Optional.empty();
            }
            return Optional.of(
                    state.dose().rate().filter(_ -> !isOld()).map(this::figure).orElse(Phrases.NO_VALUE));
        }

        private boolean isCourse() {
            try {
                return Phase.valueOf(state.course().phase()).isCourse();
            } catch (IllegalArgumentException _) {
                // A phase that only a newer bedside knows.
                return true;
            }
        }

        private String figure(BigDecimal rate) {
            return phrases.words().decimal(rate, Math.max(3, rate.scale()));
        }

        private String foot(Optional<RoomState.Due> due, boolean late) {
            if (isOld() && state.dose().last().isPresent()) {
                RoomState.Last last = state.dose().last().get();
                return phrases.text("station.last", figure(last.rate()), phrases.time(last.at()));
            }
            Optional<Instant> empty = state.dose()
                    .emptyAt()
                    .filter(at -> at.isBefore(now().plus(SOON_EMPTY)))
                    .filter(at -> due.filter(it -> it.at().isBefore(at)).isEmpty());
            return empty.map(at -> phrases.text("station.empty-at", phrases.clock(at)))
                    .or(() -> due.map(it -> due(it, late)))
                    .orElse("");
        }

        private String due(RoomState.Due due, boolean late) {
            String what = phrases.words().find("due.brief." + due.what()).orElse(due.what());
            if (late) {
                return phrases.text("station.overdue", what, phrases.span(Duration.between(due.at(), now())));
            }
            boolean isDue = !due.at().isAfter(now());
            return phrases.text(isDue ? "station.due" : "station.next", what, phrases.clock(due.at()));
        }
    }
}
