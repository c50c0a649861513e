/** The sealed log over HTTP, and its page. */
@NullMarked
package be.quartier.ledger.web;

import org.jspecify.annotations.NullMarked;
