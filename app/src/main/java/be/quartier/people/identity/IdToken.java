package be.quartier.people.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an ID token: OpenID Connect Core 3.1.3.7, and what we ask for beyond it. */
final class IdToken {

    /** How long ago a person may have proved who they are to the provider. */
    static final Duration PROOF_LIFE = Duration.ofMinutes(5);

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int SUBJECT_MAX = 255;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final OidcSettings settings;
    private final Provider provider;

    IdToken(OidcSettings settings, Provider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    /**
     * What a token says, when it is the provider's, for us, of now and for this request.
     *
     * @param asked the way the person set out on
     */
    Identity read(String text, String nonce, Way asked, Instant now, String once) throws IdentityRefused {
        SignedJWT token = signed(text);
        IDTokenClaimsSet claims =
                validated(token, provider.keys(token.getHeader().getKeyID()), nonce);
        Instant proved = instant(claims.getDateClaim("auth_time"), Reason.STALE);
        Date notBefore = claims.getDateClaim("nbf");
        String party = claims.getStringClaim("azp");
        boolean forUs = claims.getAudience().equals(List.of(new Audience(settings.client())))
                && (party == null || party.equals(settings.client()));
        if (!forUs || (notBefore != null && notBefore.toInstant().isAfter(now.plus(SKEW)))) {
            throw new IdentityRefused(Reason.CLAIMS);
        }
        if (proved.isBefore(now.minus(PROOF_LIFE).minus(SKEW)) || proved.isAfter(now.plus(SKEW))) {
            throw new IdentityRefused(Reason.STALE);
        }
        String subject = claims.getStringClaim("sub");
        if (subject == null || subject.isBlank() || subject.length() > SUBJECT_MAX) {
            throw new IdentityRefused(Reason.CLAIMS);
        }
        return new Identity(settings.issuer().toString(), subject, way(claims, asked), once);
    }

    private static SignedJWT signed(String text) throws IdentityRefused {
        JWT token;
        try {
            token = JWTParser.parse(text);
        } catch (ParseException | RuntimeException unreadable) {
            throw new IdentityRefused(Reason.GARBLED);
        }
        if (token instanceof SignedJWT signed) {
            return signed;
        }
        throw new IdentityRefused(Reason.SIGNATURE);
    }

    private IDTokenClaimsSet validated(SignedJWT token, JWKSet keys, String nonce) throws IdentityRefused {
        var selector = new JWSVerificationKeySelector<SecurityContext>(ALGORITHMS, new ImmutableJWKSet<>(keys));
        var validator =
                new IDTokenValidator(new Issuer(settings.issuer()), new ClientID(settings.client()), selector, null);
        validator.setMaxClockSkew((int) SKEW.toSeconds());
        try {
            return validator.validate(token, new Nonce(nonce));
        } catch (BadJWTException wrongClaims) {
            throw new IdentityRefused(Reason.CLAIMS);
        } catch (BadJOSEException | JOSEException notTheirs) {
            throw new IdentityRefused(Reason.SIGNATURE);
        } catch (RuntimeException unreadable) {
            throw new IdentityRefused(Reason.GARBLED);
        }
    }

    /** The way the person took, at least as good as the one asked for. */
    private Way way(IDTokenClaimsSet claims, Way asked) throws IdentityRefused {
        String acr = claims.getStringClaim("acr");
        if (acr == null || acr.isEmpty()) {
            throw new IdentityRefused(Reason.ACR_MISSING);
        }
        Way taken = settings.ways().stream()
                .filter(way -> way.acr().equals(acr))
                .findFirst()
                .orElseThrow(() -> new IdentityRefused(Reason.ACR_UNKNOWN));
        if (!taken.assurance().atLeast(asked.assurance())) {
            throw new IdentityRefused(Reason.ACR_TOO_LOW);
        }
        return taken;
    }

    private static Instant instant(@Nullable Date date, Reason missing) throws IdentityRefused {
        if (date == null) {
            throw new IdentityRefused(missing);
        }
        return date.toInstant();
    }
}
