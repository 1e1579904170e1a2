/**
 * Who may work at this console: users and roles, PINs as Argon2id, growing delays after wrong ones, what a role may enter,
 * and who is signed in. The list of users is the fold of {@link vigil.session.PeopleEvent}, and belongs to the console, not
 * to a session. Nothing here hides a value or an alarm from anybody.
 */
@NullMarked
package vigil.people;

import org.jspecify.annotations.NullMarked;
