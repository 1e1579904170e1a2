package vigil.ui;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.attention.Edge;
import vigil.ui.attention.FlashClock;
import vigil.ui.dashboard.TrendRange;
import vigil.ui.parts.Density;
import vigil.ui.parts.Palette;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Styles;
import vigil.ui.parts.Typefaces;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Lighting;
import vigil.ui.wire.Hl7Sight;
import vigil.ui.wire.WireSight;
import vigil.ward.WardStatus;

/**
 * The whole console as one node: chooses the layout for its size, enlarges it to fill, and keeps theme, privacy and the
 * last snapshot when the layout changes. Belongs to the JavaFX thread.
 */
public final class ConsolePane extends Pane implements FxBridge.Screen {
    private static final long BEATS_PER_SECOND = 1_000 / FlashClock.BEAT_MILLIS;
    private static final long QUIET_BEATS = 2 * BEATS_PER_SECOND;

    private final Desk desk;
    private final Scale scale = new Scale(1, 1);
    private Edge edge = new Edge();
    private Words words;
    private Theme theme;
    private Privacy privacy = Privacy.SHOWN;
    private ZoneId zone = ZoneId.of("UTC");
    private Optional<Density> density = Optional.empty();
    private Optional<Frame> frame = Optional.empty();
    private Optional<Snapshot> last = Optional.empty();
    /** What stands on the screen: the last snapshot, or what is left of it while the core is silent. */
    private Optional<Snapshot> shown = Optional.empty();

    private WardStatus ward = new WardStatus.Off();
    private Optional<Hl7Sight> hl7 = Optional.empty();

    private long beatsSinceSnapshot;
    private boolean isLive;

    public ConsolePane(Words words, Theme theme, ConsoleActions actions) {
        this(words, ConsoleSettings.of(Appearance.of(words.locale(), theme)), actions);
    }

    /** {@code words}: of the language that the settings begin with. */
    public ConsolePane(Words words, ConsoleSettings settings, ConsoleActions actions) {
        this.words = words;
        this.theme = settings.look().lighting().at(LocalTime.NOON);
        this.desk = new Desk(new AnswersOnFxThread(actions), settings, this::select);
        desk.settings().whenChosen(this::look);
        Typefaces.load();
        getStylesheets().add(Styles.sheet());
        applyTheme();
        addEventFilter(InputEvent.ANY, event -> {
            if (isWaiting()) {
                event.consume();
            }
        });
    }

    @Override
    public void show(Snapshot snapshot) {
        zone = snapshot.zone();
        beatsSinceSnapshot = 0;
        last = Optional.of(snapshot);
        light();
        desk.see(snapshot);
        display(snapshot);
    }

    @Override
    public void show(WireSight sight) {
        desk.see(sight);
    }

    @Override
    public void show(WardStatus status) {
        ward = status;
        frame.ifPresent(f -> f.show(status, phrases()));
    }

    @Override
    public void show(Hl7Sight sight) {
        hl7 = Optional.of(sight);
        showReceiver();
    }

    /** The receiver's own words may name the patient. */
    private void showReceiver() {
        hl7.ifPresent(sight -> {
            desk.see(privacy == Privacy.HIDDEN ? sight.withoutWords() : sight);
            frame.ifPresent(f -> f.show(sight, phrases()));
        });
    }

    /** Lets the flash go on, and notices when the core has gone silent. */
    @Override
    public void beat(int beats) {
        frame.ifPresent(f -> f.beat(beats));
        edge.beat(beats);
        desk.drafts().passed(beats * (long) FlashClock.BEAT_MILLIS);
        // Not before the first value has been on the screen for a beat, which making the other views would keep
        // waiting.
        if (isLive) {
            frame.ifPresent(Frame::makeReady);
        }
        isLive = last.filter(snapshot -> snapshot.dose().rate().isPresent()).isPresent();
        desk.signIn().passes(Duration.ofMillis((long) beats * FlashClock.BEAT_MILLIS));
        long before = beatsSinceSnapshot;
        beatsSinceSnapshot += beats;
        boolean anotherSecond = beatsSinceSnapshot / BEATS_PER_SECOND > before / BEATS_PER_SECOND;
        if (beatsSinceSnapshot > QUIET_BEATS && anotherSecond) {
            Duration silence = Duration.ofMillis(beatsSinceSnapshot * FlashClock.BEAT_MILLIS);
            last.ifPresent(snapshot -> display(Silence.since(snapshot, silence, words.text("console.silent"))));
        }
    }

    private void display(Snapshot snapshot) {
        shown = Optional.of(snapshot);
        edge.show(snapshot.attention());
        frame.ifPresent(f -> f.show(snapshot, phrases(), privacy));
    }

    private Phrases phrases() {
        return new Phrases(words, zone);
    }

    /** Chooses the layout here and not while laying out, so that a new frame gets its style in the same pulse. */
    @Override
    public void resize(double width, double height) {
        super.resize(width, height);
        if (width <= 0 || height <= 0) {
            // A scene gives its width before its height: a layout chosen on one of them would be thrown away at once.
            return;
        }
        choose(Density.of(width, height, desk.settings().look().scale()));
    }

    private void choose(Density wanted) {
        desk.settings().filled((int) (100 * wanted.scaleFor(getWidth(), getHeight())));
        if (!density.equals(Optional.of(wanted))) {
            density = Optional.of(wanted);
            build();
        }
    }

    /** The screen looks like this from now on; what was being entered stays as it is. */
    private void look(Appearance next) {
        light();
        if (!next.locale().getLanguage().equals(words.locale().getLanguage())) {
            words = Words.of(next.locale());
            density = Optional.empty();
        }
        if (getWidth() > 0 && getHeight() > 0) {
            Optional<Frame> before = frame;
            Optional<String> focused = focused();
            choose(Density.of(getWidth(), getHeight(), next.scale()));
            requestLayout();
            if (!before.equals(frame)) {
                focused.map(id -> lookup("#" + id)).ifPresent(Node::requestFocus);
            }
        }
    }

    /** The id of what has the focus. */
    private Optional<String> focused() {
        return Optional.ofNullable(getScene()).map(Scene::getFocusOwner).map(Node::getId);
    }

    @Override
    protected void layoutChildren() {
        double inset = edge.thickness();
        double width = getWidth() - 2 * inset;
        double height = getHeight() - 2 * inset;
        double factor = density.orElse(Density.NORMAL).scaleFor(width, height);
        scale.setX(factor);
        scale.setY(factor);
        frame.ifPresent(f -> f.resizeRelocate(inset, inset, width / factor, height / factor));
        edge.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private void build() {
        Frame built = new Frame(density.orElse(Density.NORMAL), Palette.of(theme), phrases(), desk, this::select);
        built.getTransforms().add(scale);
        frame = Optional.of(built);
        // A new one, so that it flashes in step with the region.
        edge = new Edge();
        getChildren().setAll(built, edge);
        shown.ifPresentOrElse(this::display, () -> built.showWaiting(phrases()));
        built.show(ward, phrases());
        showReceiver();
    }

    /** Until the first state of the session is there, nothing can be entered, by no key and no touch. */
    boolean isWaiting() {
        return last.isEmpty();
    }

    /** What the keys do, see {@link Keys}. */
    void acknowledge() {
        frame.ifPresent(f -> f.alarms().acknowledge());
    }

    void pauseAudio() {
        frame.ifPresent(f -> f.alarms().pauseAudio());
    }

    /** What outlives a layout. */
    Desk desk() {
        return desk;
    }

    /** A key was pressed or the screen touched. */
    void touched() {
        desk.signIn().touched();
    }

    /** Signs in, or locks the console of who is signed in. */
    void signInOrLock() {
        desk.signIn().toggle();
    }

    /** Stops asking who is there, or goes back to the bedside. */
    void escape() {
        if (desk.signIn().isOpen()) {
            desk.signIn().close();
        } else {
            select(View.BEDSIDE);
        }
    }

    /** The other theme from now on, whatever time it is. */
    void switchTheme() {
        desk.settings().choose(desk.settings().look().with(Lighting.of(theme.other())));
    }

    private void light() {
        LocalTime time = last.map(snapshot -> LocalTime.ofInstant(snapshot.now().utc(), zone))
                .orElse(LocalTime.NOON);
        Theme wanted = desk.settings().look().lighting().at(time);
        if (wanted != theme) {
            theme = wanted;
            applyTheme();
            frame.ifPresent(f -> f.use(Palette.of(theme)));
        }
    }

    private void applyTheme() {
        getStyleClass().remove(Theme.LIGHT_CLASS);
        if (theme == Theme.LIGHT) {
            getStyleClass().add(Theme.LIGHT_CLASS);
        }
    }

    void switchPrivacy() {
        privacy = privacy.other();
        showReceiver();
        shown.ifPresent(this::display);
    }

    /** Changes to another view; what was being entered stays as it is. */
    void select(View view) {
        desk.choose(view);
        frame.ifPresent(f -> f.select(view));
        shown.ifPresent(this::display);
        frame.ifPresent(Frame::enter);
    }

    void select(TrendRange range) {
        frame.ifPresent(f -> f.bedside().select(range));
    }
}
