/** Tests of people: accounts, sign-in, sessions, roles, the audit trail. */
@NullMarked
package be.quartier.people;

import org.jspecify.annotations.NullMarked;
