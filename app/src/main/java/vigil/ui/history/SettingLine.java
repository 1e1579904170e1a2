package vigil.ui.history;

import java.time.Instant;
import vigil.session.Staff;

/**
 * One change of a setting. Immutable.
 *
 * @param setting its name in the record
 * @param before empty where nothing was set
 */
public record SettingLine(Instant at, String setting, String before, String after, Staff by) {}
