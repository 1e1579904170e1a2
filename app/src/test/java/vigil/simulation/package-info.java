/**
 * Random five-day courses on a virtual clock: real links on simulated wires, the engine, and the journal on a simulated disk,
 * with faults of the catalogue, against references that know nothing of the program. One seed, one course.
 */
@NullMarked
package vigil.simulation;

import org.jspecify.annotations.NullMarked;
