package vigil.ui;

import vigil.ui.parts.Phrases;
import vigil.ward.WardStatus;

/** How it stands with the ward's database, in one quiet line. */
final class WardWords {
    private WardWords() {}

    static String of(WardStatus status, Phrases phrases) {
        return switch (status) {
            case WardStatus.Off() -> "";
            case WardStatus.Current() -> phrases.text("ward.current");
            case WardStatus.Behind(long entries) -> phrases.text("ward.behind", Long.toString(entries));
            case WardStatus.Apart(var kind, var _) -> phrases.text("ward.apart." + kind.name());
        };
    }

    /** As much of it as stands beside other lines; that this console records is said above. */
    static String brief(WardStatus status, Phrases phrases) {
        return switch (status) {
            case WardStatus.Off _, WardStatus.Current _ -> of(status, phrases);
            case WardStatus.Behind(long entries) -> phrases.text("ward.brief.behind", Long.toString(entries));
            case WardStatus.Apart(var kind, var _) -> phrases.text("ward.brief." + kind.name());
        };
    }
}
