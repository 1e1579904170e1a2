/**
 * Who is signed in, and the panel where somebody says who he is; the list of users for an administrator. The panel is no
 * dialog: everything else goes on beside it, and it never covers the alarm region.
 */
@NullMarked
package vigil.ui.people;

import org.jspecify.annotations.NullMarked;
