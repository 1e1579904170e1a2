package vigil.session;

/**
 * One answer of a set that has risen above the baseline. Immutable.
 *
 * @param item S1 to S14, D1 to D8, or the name of a circumstance
 * @param before grade 0 to 3 of a side effect at the baseline; 0 no, 1 unsure, 2 yes of a D item
 * @param now the same in the set
 */
public record Sign(String item, int before, int now) {}
