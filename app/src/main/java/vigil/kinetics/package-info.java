/**
 * An estimate of ketamine in plasma, as a band over population models. It is shown and nothing else: no rule, prompt, gate
 * or dose may read it, and only its panel knows this package (pharmacokinetics, K10). Binary fractions are enough here,
 * because nothing is decided.
 */
@NullMarked
package vigil.kinetics;

import org.jspecify.annotations.NullMarked;
