/**
 * What this machine can do for a console, looked at before it goes to a bed: one check for each part, one line for each
 * check. Nothing here knows a patient, and nothing is left behind.
 */
@NullMarked
package vigil.selftest;

import org.jspecify.annotations.NullMarked;
