/**
 * What is heard of an alarm condition: tones and bursts after IEC 60601-1-8 as the alarm page quotes it, synthesised as
 * pure functions, and the loudspeaker that plays them on a thread of its own. Knows priorities and signals, no patient.
 */
@NullMarked
package vigil.sound;

import org.jspecify.annotations.NullMarked;
