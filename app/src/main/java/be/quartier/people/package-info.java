/**
 * People: accounts and roles per commune, sign-in without passwords, sessions, the gate before every handler, and the
 * trail of who did what.
 *
 * <p>Invariant: a handler answers only those its {@link be.quartier.commune.Allows} names, in the commune of the
 * request; without the annotation it answers nobody. Invariant: a staff role counts only in a session whose second
 * factor was shown less than twelve hours ago. Invariant: the audit trail is only ever added to. Invariant: the database
 * holds no secret that opens a session, a code or an address: only keyed hashes and sealed text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune", "pages", "messaging"})
package be.quartier.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
