/** Sign-in by an identity provider (OpenID Connect), such as eID or itsme. */
@NullMarked
package be.quartier.people.identity;

import org.jspecify.annotations.NullMarked;
