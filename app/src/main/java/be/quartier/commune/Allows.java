package be.quartier.commune;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler method, in the commune of the request. Everyone else gets 403, or the sign-in page when nobody
 * is signed in. A handler without it answers 403 to all and fails the build.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allows {

    /** Roles of which the visitor must hold at least one in this commune. */
    Role[] value() default {};

    /** Anybody, signed in or not. */
    boolean everyone() default false;

    /** Anybody signed in, whatever the role. */
    boolean signedIn() default false;

    /** A till that shows its bearer token. */
    boolean tills() default false;
}
