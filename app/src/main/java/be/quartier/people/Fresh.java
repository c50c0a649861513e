package be.quartier.people;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that signed-in people may call only when they proved who they are within the last five minutes: by a passkey,
 * by a mailed code or by signing in. Others are led to {@code /account/confirm} and back; the API answers 403 with code
 * {@code confirmation-required}.
 *
 * <p>Put it on the page with the form and on the handler that takes the form.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fresh {}
