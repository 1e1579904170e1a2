package vigil.store;

import java.time.Instant;
import vigil.session.Staff;

/**
 * One change of a setting as the record tells it, with or without an open session. Immutable.
 *
 * @param setting its name in the record
 * @param before empty where nothing was set
 */
public record SettingRow(Instant at, String setting, String before, String after, Staff by) {}
