/**
 * What the guideline says about a session: one small pure method a rule, each finding with the numbers it rests on.
 */
@NullMarked
package vigil.rules;

import org.jspecify.annotations.NullMarked;
