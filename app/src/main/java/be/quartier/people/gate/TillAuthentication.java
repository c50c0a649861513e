package be.quartier.people.gate;

import be.quartier.people.TillPrincipal;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A till that showed a valid token for the commune of the request. */
final class TillAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient TillPrincipal till;

    TillAuthentication(TillPrincipal till) {
        super(List.of());
        this.till = till;
        setAuthenticated(true);
    }

    TillPrincipal till() {
        return till;
    }

    @Override
    public Object getPrincipal() {
        return till.till();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
