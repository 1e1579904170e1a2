package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vigil.pump.Moment;
import vigil.pump.fresenius.FreseniusFrame;
import vigil.pump.fresenius.FreseniusFramer;
import vigil.pump.fresenius.FreseniusSignal;
import vigil.pump.fresenius.FreseniusSignal.Refused;
import vigil.pump.wire.Framed;

/**
 * A simulated Fresenius base or single pump (protocol page, section 4.8): answers any client byte by byte, sends ENQ twice
 * a second, tells subscribed values and asks for their answer, and takes no byte above 7F. Where the description is silent:
 * ACK precedes the answer; a spontaneous frame is repeated each second until it is answered; after 3 s without DC4 all
 * connections are closed. A command is never obeyed, but refused as unknown and recorded. Not thread-safe.
 */
public final class FreseniusSpeaker implements Speaker {
    private static final byte ACK = 0x06;
    private static final byte NAK = 0x15;
    private static final byte ENQ = 0x05;
    private static final byte[] NOTHING = {};
    private static final Set<String> READS =
            Set.of("DC", "FC", "LE", "LM", "LF", "LP", "LN", "DE", "AE", "DM", "AM", "E", "M");
    private static final long MS = 1_000_000L;
    private static final long ENQUIRY = 500 * MS;
    private static final long LATE = 1_000 * MS;
    private static final long LOST = 3_000 * MS;
    private static final int MOST_NOTES = 100;

    private final Rack rack;
    private final FreseniusOptions options;
    private final FreseniusModules modules;
    private final FreseniusFramer framer = new FreseniusFramer();
    private final Consumer<Framed<FreseniusSignal>> framed = this::framed;
    private final List<String> strays = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Deque<FreseniusFrame> news = new ArrayDeque<>();
    private long now;
    private long nextEnquiry;
    private long presentAt;
    private boolean confirmed = true;
    private byte[] last = NOTHING;
    private long spokeAt;
    private boolean newsTold;
    private int notReady;
    private boolean silent;

    /** A device switched on {@code now} for the pumps of {@code rack}. */
    public FreseniusSpeaker(Rack rack, FreseniusOptions options, Moment now) {
        this.rack = rack;
        this.options = options;
        this.modules = new FreseniusModules(rack, options);
        this.now = now.bootNanos();
        this.nextEnquiry = this.now + ENQUIRY;
    }

    /** From now on sends {@code raw} for a value of every module. */
    public void override(String letter, String raw) {
        modules.override(letter, raw);
    }

    /** Refuses every value of one module with this two-character code. */
    public void refuse(int module, String code) {
        modules.refuse(module, code);
    }

    /** Gives the values of that module again. */
    public void accept(int module) {
        modules.accept(module);
    }

    /** The module was switched off and on and knows of no connection; 0 is the base. */
    public void reset(int module) {
        modules.reset(module);
    }

    /** Answers the next {@code requests} with NAK 6. */
    public void notReady(int requests) {
        notReady = requests;
    }

    /** Says nothing at all, not even ENQ, as long as this is on. */
    public void silence(boolean on) {
        silent = on;
    }

    /** No value has a unit on this wire. */
    @Override
    public boolean canSay(Falsehood what) {
        return what == Falsehood.ABSURD;
    }

    @Override
    public void say(Falsehood what) {
        override("d", "FFFFFFFF");
        override("r", "FFFFFFFFFFFF");
    }

    @Override
    public void sayTheTruth() {
        modules.restore("d");
        modules.restore("r");
    }

    @Override
    public List<String> strays() {
        return List.copyOf(strays);
    }

    /** What the client left undone or did out of turn: DC4, ACK or the answer to a spontaneous frame missing. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static void note(String what, List<String> notes) {
        if (notes.size() < MOST_NOTES) {
            notes.add(what);
        }
    }

    @Override
    public long wakeAt() {
        return nextEnquiry;
    }

    @Override
    public byte[] heard(byte[] bytes, int length, Moment at) {
        rack.runUntil(at);
        now = at.bootNanos();
        said.reset();
        for (int i = 0; i < length; i++) {
            heard(bytes[i]);
        }
        unasked();
        return silent || said.size() == 0 ? NOTHING : said.toByteArray();
    }

    private void heard(byte value) {
        if (value < 0) {
            note("byte %02X on a line of 7 bits".formatted(value & 0xFF), strays);
        }
        framer.accept(new byte[] {value}, 1, framed);
    }

    private void framed(Framed<FreseniusSignal> what) {
        switch (what) {
            case Framed.Whole<FreseniusSignal>(FreseniusSignal signal) -> signal(signal);
            case Framed.Rejected<FreseniusSignal> rejected -> {
                note(rejected.reason() + ": " + rejected.bytesHex(), strays);
                if (rejected.kind() == Framed.Kind.DAMAGED) {
                    refuse(error(rejected.reason()));
                }
            }
        }
    }

    private static char error(String reason) {
        if (reason.startsWith("check")) {
            return '2';
        }
        if (reason.startsWith("frame")) {
            return '7';
        }
        return reason.startsWith("control") ? '8' : '1';
    }

    private void refuse(char error) {
        said.write(NAK);
        said.write(error);
    }

    private void signal(FreseniusSignal signal) {
        switch (signal) {
            case FreseniusFrame frame -> requested(frame);
            case Refused(char error) -> {
                note("NAK " + error, complaints);
                said.writeBytes(last);
            }
            case FreseniusSignal.Control.ACKNOWLEDGED -> acknowledged();
            case FreseniusSignal.Control.PRESENT -> presentAt = now;
            case FreseniusSignal.Control.ENQUIRY -> note("ENQ from the host", strays);
        }
    }

    private void acknowledged() {
        if (confirmed) {
            note("ACK of nothing", complaints);
        }
        confirmed = true;
    }

    private void requested(FreseniusFrame frame) {
        boolean addressed = options.single()
                ? frame.address() == FreseniusFrame.SINGLE
                : frame.address() >= FreseniusFrame.BASE && frame.address() <= FreseniusFrame.MOST_MODULES;
        if (!READS.contains(frame.word())) {
            note("request " + frame.body(), strays);
        }
        if (!addressed) {
            refuse('4');
        } else if (notReady > 0) {
            notReady--;
            refuse('6');
        } else if (frame.word().equals("E") || frame.word().equals("M")) {
            said.write(ACK);
            answeredNews(frame);
        } else {
            answer(frame);
        }
    }

    private void answeredNews(FreseniusFrame frame) {
        boolean expected = newsTold
                && news.element().address() == frame.address()
                && frame.word().equals("E");
        if (expected) {
            news.remove();
            newsTold = false;
        } else {
            note("answer %s to nothing".formatted(frame.body()), complaints);
        }
    }

    private void answer(FreseniusFrame request) {
        if (!confirmed) {
            note("no ACK before " + request.body(), complaints);
        }
        boolean opens = request.word().equals("DC") && !modules.isConnected();
        String answer = modules.answer(request.address(), request.word(), request.data());
        if (opens) {
            presentAt = now;
        }
        if (options.answerFirst()) {
            speak(FreseniusFrame.of(request.address(), answer));
            said.write(ACK);
        } else {
            said.write(ACK);
            speak(FreseniusFrame.of(request.address(), answer));
        }
    }

    private void speak(FreseniusFrame frame) {
        last = frame.bytes();
        if (options.enquiryInside()) {
            int half = last.length / 2;
            said.write(last, 0, half);
            said.write(ENQ);
            said.write(last, half, last.length - half);
        } else {
            said.writeBytes(last);
        }
        confirmed = false;
        spokeAt = now;
    }

    /** What the device says by itself, between one answer and the next request. */
    private void unasked() {
        if (now >= nextEnquiry) {
            nextEnquiry = now + ENQUIRY;
            enquire();
        }
        if (!confirmed && now - spokeAt >= LATE) {
            confirmed = true;
            note("no ACK", complaints);
            refuse('5');
        }
        tellNews();
    }

    private void enquire() {
        if (modules.isConnected() && now - presentAt > LATE) {
            note("no DC4", complaints);
        }
        if (now - presentAt > LOST) {
            modules.reset(FreseniusFrame.BASE);
            news.clear();
            newsTold = false;
        }
        said.write(ENQ);
    }

    private void tellNews() {
        boolean late = newsTold && now - spokeAt >= LATE;
        if (late) {
            note("no answer to " + news.element().body(), complaints);
        }
        if (news.isEmpty()) {
            news.addAll(modules.news());
        }
        if (!news.isEmpty() && (late || (!newsTold && confirmed))) {
            newsTold = true;
            speak(news.element());
        }
    }
}
