package be.quartier.people.gate;

import be.quartier.commune.Allows;
import be.quartier.commune.Role;
import be.quartier.people.Fresh;
import be.quartier.people.Sessions;
import java.lang.reflect.Method;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * What a handler method declares about who may call it.
 *
 * @param declared whether it declares anything; without, it answers nobody
 */
record Rule(boolean declared, Set<Role> roles, boolean everyone, boolean signedIn, boolean tills, boolean fresh) {

    static Rule of(Method method) {
        Allows allows = AnnotatedElementUtils.findMergedAnnotation(method, Allows.class);
        boolean fresh = AnnotatedElementUtils.hasAnnotation(method, Fresh.class);
        return allows == null
                ? new Rule(false, Set.of(), false, false, false, fresh)
                : new Rule(true, Set.of(allows.value()), allows.everyone(), allows.signedIn(), allows.tills(), fresh);
    }

    /** Who asks. */
    sealed interface Asker {
        /** Nobody who could be recognised. */
        record Nobody() implements Asker {}

        /** A till of this commune. */
        record Till() implements Asker {}

        /** A signed-in person, and what the session is worth in this commune. */
        record Person(Sessions.Standing standing, boolean fresh) implements Asker {}
    }

    /** The gate's decision. */
    enum Decision {
        /** Go on. */
        ALLOWED,
        /** Nobody is signed in, and somebody who is might be allowed. */
        SIGN_IN_FIRST,
        /** The role is held but its second factor was not shown. */
        SECOND_FACTOR_FIRST,
        /** Allowed after a fresh proof of identity. */
        CONFIRM_FIRST,
        /** Only a till may, and no valid token was shown. */
        TOKEN_NEEDED,
        /** Not allowed, whatever is done. */
        FORBIDDEN
    }

    Decision decide(Asker asker) {
        if (!declared) {
            return Decision.FORBIDDEN;
        }
        if (everyone) {
            return Decision.ALLOWED;
        }
        return switch (asker) {
            case Asker.Nobody nobody -> roles.isEmpty() && !signedIn ? Decision.TOKEN_NEEDED : Decision.SIGN_IN_FIRST;
            case Asker.Till till -> tills ? Decision.ALLOWED : Decision.FORBIDDEN;
            case Asker.Person person -> decide(person);
        };
    }

    private Decision decide(Asker.Person person) {
        var visitor = person.standing().visitor();
        boolean allowed = visitor.signedIn() && (signedIn || roles.stream().anyMatch(visitor.roles()::contains));
        if (allowed) {
            return fresh && !person.fresh() ? Decision.CONFIRM_FIRST : Decision.ALLOWED;
        }
        return roles.stream().anyMatch(person.standing().latent()::contains)
                ? Decision.SECOND_FACTOR_FIRST
                : Decision.FORBIDDEN;
    }
}
