/** Mail by SMTP. */
@NullMarked
package be.quartier.messaging.mail;

import org.jspecify.annotations.NullMarked;
