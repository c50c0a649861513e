package be.quartier.merchants;

import be.quartier.people.TillPrincipal;
import be.quartier.people.TillTokens;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets tills through the gate by their token. */
@Component
final class TillSignIn implements TillTokens {

    private final Tills tills;

    TillSignIn(Tills tills) {
        this.tills = tills;
    }

    @Override
    public Optional<TillPrincipal> authenticate(String token) {
        return tills.authenticate(token).map(till -> new TillPrincipal(till.id(), till.merchant()));
    }
}
