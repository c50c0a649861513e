package be.quartier.merchants;

import be.quartier.people.TillPrincipal;
import be.quartier.people.TillTokens;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the sign-in which till shows a bearer token. */
@Component
class TillBearers implements TillTokens {

    private final Tills tills;

    TillBearers(Tills tills) {
        this.tills = tills;
    }

    @Override
    public Optional<TillPrincipal> authenticate(String token) {
        return tills.authenticate(token).map(till -> new TillPrincipal(till.id(), till.merchant()));
    }
}
