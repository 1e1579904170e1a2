package vigil.ui.history;

import vigil.session.ConsoleSetting;
import vigil.session.SiteSetting;
import vigil.session.Staff;
import vigil.ui.parts.Phrases;

/** One change of a setting in words; a value stands as it was recorded. */
record SettingWords(SettingLine change, Phrases phrases) {
    /** A name that this program does not know stands as it was recorded. */
    String name() {
        String recorded = change.setting();
        return recorded.startsWith(ConsoleSetting.OF_SITE)
                ? SiteSetting.ofKey(recorded.substring(ConsoleSetting.OF_SITE.length()))
                        .map(it -> phrases.text("setting" + "." + it))
                        .orElse(recorded)
                : ConsoleSetting.ofRecorded(recorded)
                        .map(it -> phrases.text("console-setting" + "." + it))
                        .orElse(recorded);
    }

    String when() {
        return phrases.day(change.at()) + " " + phrases.clock(change.at());
    }

    String who() {
        return change.by().equals(Staff.BY_HAND)
                ? phrases.text("setting-changes.by-hand")
                : change.by().name();
    }

    String values() {
        return value(change.before()) + "  →  " + value(change.after());
    }

    private String value(String recorded) {
        return recorded.isEmpty() ? phrases.text("setting-changes.nothing") : recorded;
    }

    String spoken() {
        return String.join(". ", when(), name(), values(), who());
    }
}
