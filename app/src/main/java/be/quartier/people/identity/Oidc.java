package be.quartier.people.identity;

import be.quartier.commune.Language;
import be.quartier.people.Vault;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCScopeValue;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way to the identity provider and back: authorization code flow with PKCE, state and nonce (OpenID Connect Core 3.1,
 * RFC 9700). The token is used for nothing but to know who came back; only {@code openid} is asked for.
 */
public final class Oidc implements AutoCloseable {

    /** How long one may be away. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** Where the provider sends people back to, under the installation's own address. */
    public static final String BACK = "/sign-in/identity/back";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CODE_MAX = 2048;

    private final OidcSettings settings;
    private final Vault vault;
    private final InstantSource clock;
    private final URI back;
    private final ProviderHttp http;
    private final Provider provider;
    private final IdToken tokens;

    /**
     * @param keep how long the provider's documents are kept
     * @param clock the machine's own clock
     * @param baseUrl the address people use
     */
    public Oidc(OidcSettings settings, Duration keep, Vault vault, InstantSource clock, String baseUrl) {
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
        this.back = URI.create(baseUrl + BACK);
        this.http = new ProviderHttp(PATIENCE);
        this.provider = new Provider(settings, http, keep, clock);
        this.tokens = new IdToken(settings, provider);
    }

    /** The ways people may take, in the operator's order. */
    public List<Way> ways() {
        return settings.ways();
    }

    /** How setting out ended. */
    public sealed interface Departure {}

    /** How coming back ended. */
    public sealed interface Arrival {}

    /**
     * Go there.
     *
     * @param ticket to be kept in a cookie until one is back
     */
    public record Gone(URI address, String ticket) implements Departure {}

    /** It is this person. */
    public record Identified(Identity identity, Errand errand) implements Arrival {}

    /** It came to nothing. */
    public record Refused(Reason reason) implements Departure, Arrival {}

    /** Where to go to prove who one is. */
    public Departure depart(Way way, Errand errand, Language language) {
        try {
            OIDCProviderMetadata there = provider.metadata();
            var ticket = new Ticket(
                    vault.secret(),
                    vault.secret(),
                    vault.secret(),
                    way.acr(),
                    errand,
                    clock.instant().plus(LIFE));
            URI address = new AuthenticationRequest.Builder(
                            ResponseType.CODE, new Scope(OIDCScopeValue.OPENID), new ClientID(settings.client()), back)
                    .endpointURI(there.getAuthorizationEndpointURI())
                    .state(new State(ticket.state()))
                    .nonce(new Nonce(ticket.nonce()))
                    .codeChallenge(new CodeVerifier(ticket.verifier()), CodeChallengeMethod.S256)
                    .acrValues(List.of(new ACR(way.acr())))
                    .prompt(Prompt.Type.LOGIN)
                    .maxAge((int) IdToken.PROOF_LIFE.toSeconds())
                    .uiLocales(List.of(new LangTag(language.code())))
                    .build()
                    .toURI();
            return new Gone(address, ticket.seal(vault));
        } catch (IdentityRefused e) {
            return new Refused(e.reason());
        } catch (LangTagException e) {
            throw new IllegalStateException("our languages have tags", e);
        }
    }

    /** Who came back, with the ticket of {@link #depart} and the parameters of the address. */
    public Arrival arrive(Optional<String> sealed, Map<String, String[]> parameters) {
        try {
            Ticket ticket = sealed.flatMap(text -> Ticket.open(vault, text, clock.instant()))
                    .orElseThrow(() -> new IdentityRefused(Reason.NO_TICKET));
            Way asked = settings.ways().stream()
                    .filter(way -> way.acr().equals(ticket.acr()))
                    .findFirst()
                    .orElseThrow(() -> new IdentityRefused(Reason.NO_TICKET));
            String code = code(ticket, parameters);
            String token = token(code, ticket.verifier());
            Identity identity = tokens.read(token, ticket.nonce(), asked, clock.instant(), ticket.state());
            return new Identified(identity, ticket.errand());
        } catch (IdentityRefused e) {
            return new Refused(e.reason());
        }
    }

    private String code(Ticket ticket, Map<String, String[]> parameters) throws IdentityRefused {
        if (parameters.values().stream().anyMatch(values -> values.length != 1 || values[0].length() > CODE_MAX)) {
            throw new IdentityRefused(Reason.MALFORMED);
        }
        Optional<String> state = one(parameters, "state");
        if (state.filter(it -> same(it, ticket.state())).isEmpty()) {
            throw new IdentityRefused(Reason.WRONG_STATE);
        }
        Optional<String> issuer = one(parameters, "iss");
        boolean ours = issuer.map(it -> it.equals(settings.issuer().toString()))
                .orElse(!provider.metadata().supportsAuthorizationResponseIssuerParam());
        if (!ours) {
            throw new IdentityRefused(Reason.WRONG_ISSUER);
        }
        Optional<String> error = one(parameters, "error");
        if (error.isPresent()) {
            throw new IdentityRefused(error.get().equals("access_denied") ? Reason.CANCELLED : Reason.PROVIDER_ERROR);
        }
        return one(parameters, "code").orElseThrow(() -> new IdentityRefused(Reason.MALFORMED));
    }

    /** The ID token for a code. */
    private String token(String code, String verifier) throws IdentityRefused {
        OIDCProviderMetadata there = provider.metadata();
        HTTPRequest request = new TokenRequest.Builder(
                        there.getTokenEndpointURI(),
                        credentials(there),
                        new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(verifier)))
                .build()
                .toHTTPRequest();
        String authorization = request.getAuthorization();
        String type = "application/x-www-form-urlencoded";
        var answer = http.post(
                request.getURI(),
                authorization == null
                        ? Map.of("Content-Type", type)
                        : Map.of("Content-Type", type, "Authorization", authorization),
                request.getBody());
        if (answer.status() == 400 || answer.status() == 401) {
            throw new IdentityRefused(Reason.CODE_REFUSED);
        }
        if (answer.status() != 200) {
            throw new IdentityRefused(Reason.UNAVAILABLE);
        }
        try {
            return JSONObjectUtils.getNonBlankString(JSONObjectUtils.parse(answer.body()), "id_token");
        } catch (ParseException | RuntimeException unreadable) {
            throw new IdentityRefused(Reason.GARBLED);
        }
    }

    /** By the header, as RFC 6749 2.3.1 wants it, unless the provider knows the form only. */
    private ClientAuthentication credentials(OIDCProviderMetadata there) {
        var client = new ClientID(settings.client());
        var secret = new Secret(settings.secret());
        List<ClientAuthenticationMethod> known = there.getTokenEndpointAuthMethods();
        boolean formOnly = known != null
                && known.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !known.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return formOnly ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }

    private static Optional<String> one(Map<String, String[]> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(values -> values[0])
                .filter(value -> !value.isEmpty());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
