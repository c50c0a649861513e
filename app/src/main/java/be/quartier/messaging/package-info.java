/**
 * Everything that leaves for a person: mail today, SMS, WhatsApp and letters by the same outbox.
 *
 * <p>Invariant: a message is written in the caller's transaction and leaves only if that commits. Invariant: one key, one
 * message. Invariant: every attempt of a message carries the same id to the provider, so that a repetition can be told. Invariant:
 * a fate nobody knows is a state of its own. This module knows neither people nor campaigns: everyone may call it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"installation", "commune", "operations", "pages"})
package be.quartier.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
