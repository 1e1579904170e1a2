package vigil.journal;

import java.io.IOException;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.Staff;

/** Users, sign-in and what happens to them, as the fields of an entry: each event with its writer and its reader. */
final class PeopleCodec {
    private PeopleCodec() {}

    static void write(PeopleEvent event, JsonOut out) throws IOException {
        switch (event) {
            case PeopleEvent.UserAdded it -> {
                SetUpCodec.writeStaff("user", it.user(), out);
                writePin(it.pin(), out);
                SetUpCodec.writeStaff("by", it.by(), out);
            }
            case PeopleEvent.RoleChanged it -> {
                out.text("userId", it.userId());
                out.word("role", it.role());
                SetUpCodec.writeStaff("by", it.by(), out);
            }
            case PeopleEvent.PinSet it -> {
                out.text("userId", it.userId());
                writePin(it.pin(), out);
                SetUpCodec.writeStaff("by", it.by(), out);
            }
            case PeopleEvent.AccessChanged it -> {
                out.text("userId", it.userId());
                out.flag("allowed", it.allowed());
                out.text("reason", it.reason());
                SetUpCodec.writeStaff("by", it.by(), out);
            }
            case PeopleEvent.SignedIn it -> SetUpCodec.writeStaff("who", it.who(), out);
            case PeopleEvent.SignInFailed it -> out.text("userId", it.userId());
            case PeopleEvent.ConsoleLeft it -> {
                SetUpCodec.writeStaff("who", it.who(), out);
                out.word("how", it.how());
            }
            case PeopleEvent.AdministratorRecovered it -> {
                out.text("userId", it.userId());
                writePin(it.pin(), out);
            }
            case PeopleEvent.RecoveryRefused it -> out.text("reason", it.reason());
        }
    }

    private static void writePin(PinHash pin, JsonOut out) throws IOException {
        out.text("pin", pin.encoded());
    }

    private static PinHash pin(JsonIn in) {
        return new PinHash(in.text("pin"));
    }

    private static Staff by(JsonIn in) {
        return SetUpCodec.staff("by", in);
    }

    static Event userAdded(Moment at, JsonIn in) {
        return new PeopleEvent.UserAdded(at, SetUpCodec.staff("user", in), pin(in), by(in));
    }

    static Event roleChanged(Moment at, JsonIn in) {
        return new PeopleEvent.RoleChanged(at, in.text("userId"), in.word("role", Staff.Role.class), by(in));
    }

    static Event pinSet(Moment at, JsonIn in) {
        return new PeopleEvent.PinSet(at, in.text("userId"), pin(in), by(in));
    }

    static Event accessChanged(Moment at, JsonIn in) {
        return new PeopleEvent.AccessChanged(at, in.text("userId"), in.flag("allowed"), in.text("reason"), by(in));
    }

    static Event signedIn(Moment at, JsonIn in) {
        return new PeopleEvent.SignedIn(at, SetUpCodec.staff("who", in));
    }

    static Event signInFailed(Moment at, JsonIn in) {
        return new PeopleEvent.SignInFailed(at, in.textIfAny("userId"));
    }

    static Event consoleLeft(Moment at, JsonIn in) {
        return new PeopleEvent.ConsoleLeft(at, SetUpCodec.staff("who", in), in.word("how", PeopleEvent.Leaving.class));
    }

    static Event recovered(Moment at, JsonIn in) {
        return new PeopleEvent.AdministratorRecovered(at, in.text("userId"), pin(in));
    }

    static Event recoveryRefused(Moment at, JsonIn in) {
        return new PeopleEvent.RecoveryRefused(at, in.text("reason"));
    }
}
