package be.quartier.people.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the provider publishes about itself: its addresses (OpenID Connect Discovery) and its keys. */
final class Provider {

    /** A key we do not know makes us look again, but not more often than this. */
    private static final Duration KEYS_NOT_BEFORE = Duration.ofSeconds(30);

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final Kept<OIDCProviderMetadata> metadata;
    private final Kept<JWKSet> keys;

    Provider(OidcSettings settings, ProviderHttp http, Duration keep, InstantSource clock) {
        this.settings = settings;
        this.http = http;
        this.metadata = new Kept<>(this::fetchMetadata, keep, clock);
        this.keys = new Kept<>(this::fetchKeys, keep, clock);
    }

    /** Its addresses; each is safe to speak to. */
    OIDCProviderMetadata metadata() throws IdentityRefused {
        return metadata.get();
    }

    /** Its keys; fetched anew when the one asked for is not among them. */
    JWKSet keys(@Nullable String wanted) throws IdentityRefused {
        JWKSet known = keys.get();
        return wanted == null || known.getKeyByKeyId(wanted) != null ? known : keys.get(KEYS_NOT_BEFORE);
    }

    private OIDCProviderMetadata fetchMetadata() throws IdentityRefused {
        String issuer = settings.issuer().toString();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        String text = http.document(URI.create(base + "/.well-known/openid-configuration"));
        try {
            OIDCProviderMetadata found = OIDCProviderMetadata.parse(text);
            boolean sound = issuer.equals(found.getIssuer().getValue())
                    && Stream.of(found.getAuthorizationEndpointURI(), found.getTokenEndpointURI(), found.getJWKSetURI())
                            .allMatch(address -> address != null && OidcSettings.trustworthy(address));
            if (!sound) {
                throw new IdentityRefused(Reason.UNTRUSTED);
            }
            return found;
        } catch (ParseException | RuntimeException unreadable) {
            throw new IdentityRefused(Reason.UNTRUSTED);
        }
    }

    private JWKSet fetchKeys() throws IdentityRefused {
        String text = http.document(metadata().getJWKSetURI());
        try {
            return JWKSet.parse(text);
        } catch (java.text.ParseException | RuntimeException unreadable) {
            throw new IdentityRefused(Reason.UNTRUSTED);
        }
    }
}
