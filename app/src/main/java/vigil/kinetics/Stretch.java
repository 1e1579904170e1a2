package vigil.kinetics;

/**
 * A stretch of the logged infusion at one rate and one dosing weight.
 *
 * @param fromH elapsed time, h
 * @param toH not before {@code fromH}
 * @param mgPerH drug given; 0 while the pump stood still
 * @param reconciled the link was gone and the rate comes from the pump's counter afterwards
 */
public record Stretch(double fromH, double toH, double mgPerH, double weightKg, boolean reconciled) {}
