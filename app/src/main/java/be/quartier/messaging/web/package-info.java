/** The page on which a mailing is refused. */
@NullMarked
package be.quartier.messaging.web;

import org.jspecify.annotations.NullMarked;
