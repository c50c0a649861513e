/** Sign-in by an identity provider, against a real one that can be made to misbehave. */
@NullMarked
package be.quartier.people.identity;

import org.jspecify.annotations.NullMarked;
