package be.quartier.people.gate;

import be.quartier.people.Sessions;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A signed-in person; what they may do is decided per commune and handler, so it carries no authority of its own. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Sessions.Current current;

    PersonAuthentication(Sessions.Current current) {
        super(List.of());
        this.current = current;
        setAuthenticated(true);
    }

    Sessions.Current current() {
        return current;
    }

    @Override
    public Object getPrincipal() {
        return current.session().person();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
