/**
 * Courses written as short readable text and played on a virtual clock through real wire bytes and the real engine: the
 * demo, training and many tests. A scenario knows nothing of journal, store or screen; it hands its events to whoever
 * runs it.
 */
@NullMarked
package vigil.scenario;

import org.jspecify.annotations.NullMarked;
