/**
 * What has happened to one patient's infusion: {@link vigil.session.Event} is everything that can happen; a session is the fold of it.
 */
@NullMarked
package vigil.session;

import org.jspecify.annotations.NullMarked;
