/** SQL of this module: people, roles, sessions, codes, passkeys, the audit trail. */
@NullMarked
package be.quartier.people.store;

import org.jspecify.annotations.NullMarked;
