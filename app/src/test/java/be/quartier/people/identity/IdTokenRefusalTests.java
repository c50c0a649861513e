package be.quartier.people.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must not open a session: not for this request, or not the provider's. */
class IdTokenRefusalTests extends RefusedJourney {

    private record Claim(String name, Reason reason, Consumer<Map<String, @Nullable Object>> change) {}

    static Stream<Arguments> claims() {
        Instant now = Instant.now();
        return Stream.of(
                        new Claim("another nonce", Reason.CLAIMS, all -> all.put("nonce", "another")),
                        new Claim("no nonce", Reason.CLAIMS, all -> all.remove("nonce")),
                        new Claim("another issuer", Reason.CLAIMS, all -> all.put("iss", "https://evil.example")),
                        new Claim("no issuer", Reason.CLAIMS, all -> all.put("iss", "")),
                        new Claim("another audience", Reason.CLAIMS, all -> all.put("aud", List.of("another"))),
                        new Claim("a second audience", Reason.CLAIMS, all -> {
                            all.put("aud", List.of(TestProvider.CLIENT, "another"));
                            all.put("azp", TestProvider.CLIENT);
                        }),
                        new Claim("another authorised party", Reason.CLAIMS, all -> all.put("azp", "another")),
                        new Claim(
                                "an end two minutes ago",
                                Reason.CLAIMS,
                                all -> all.put("exp", Date.from(now.minusSeconds(120)))),
                        new Claim(
                                "a begin in an hour",
                                Reason.CLAIMS,
                                all -> all.put("nbf", Date.from(now.plusSeconds(3600)))),
                        new Claim(
                                "an issue in an hour",
                                Reason.CLAIMS,
                                all -> all.put("iat", Date.from(now.plusSeconds(3600)))),
                        new Claim("no subject", Reason.CLAIMS, all -> all.remove("sub")),
                        new Claim("an empty subject", Reason.CLAIMS, all -> all.put("sub", "")),
                        new Claim("an endless subject", Reason.CLAIMS, all -> all.put("sub", "s".repeat(256))),
                        new Claim("no time of proof", Reason.STALE, all -> all.remove("auth_time")),
                        new Claim(
                                "a proof an hour ago",
                                Reason.STALE,
                                all -> all.put(
                                        "auth_time", now.minusSeconds(3600).getEpochSecond())),
                        new Claim("no acr", Reason.ACR_MISSING, all -> all.remove("acr")),
                        new Claim("an unknown acr", Reason.ACR_UNKNOWN, all -> all.put("acr", "urn:test:level999")),
                        new Claim("a lower acr", Reason.ACR_TOO_LOW, all -> all.put("acr", CODE)),
                        new Claim("the subject of nobody", Reason.UNLINKED, all -> all.put("sub", "nobody")))
                .map(it -> Arguments.of(it.name(), it.reason(), it.change()));
    }

    @ParameterizedTest(name = "a token with {0} opens nothing")
    @MethodSource("claims")
    void aTokenThatIsNotForThisRequestOpensNothing(
            String name, Reason reason, Consumer<Map<String, @Nullable Object>> change) {
        Trip trip = trip();
        PROVIDER.claims = change;
        refused(back(trip), reason, trip);
    }

    /** Makes a token that is not the provider's. */
    interface Forgery {
        String of(SignedJWT genuine, RSAKey forger) throws JOSEException, ParseException;
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("no signature", Reason.SIGNATURE, (Forgery)
                        (genuine, forger) -> new PlainJWT(genuine.getJWTClaimsSet()).serialize()),
                Arguments.of("an empty signature", Reason.GARBLED, (Forgery) (genuine, forger) ->
                        genuine.serialize().substring(0, genuine.serialize().lastIndexOf('.') + 1)),
                Arguments.of("another key of the same name", Reason.SIGNATURE, (Forgery)
                        (genuine, forger) -> signed(genuine.getHeader().getKeyID(), genuine.getJWTClaimsSet(), forger)),
                Arguments.of("a key of another name", Reason.SIGNATURE, (Forgery)
                        (genuine, forger) -> signed("unheard-of", genuine.getJWTClaimsSet(), forger)),
                Arguments.of("its own key in its header", Reason.SIGNATURE, (Forgery) (genuine, forger) -> {
                    var forged = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256)
                                    .jwk(forger.toPublicJWK())
                                    .build(),
                            genuine.getJWTClaimsSet());
                    forged.sign(new RSASSASigner(forger));
                    return forged.serialize();
                }),
                Arguments.of("the public key as a shared secret", Reason.SIGNATURE, (Forgery) (genuine, forger) -> {
                    var forged = new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.HS256)
                                    .type(JOSEObjectType.JWT)
                                    .keyID(genuine.getHeader().getKeyID())
                                    .build(),
                            genuine.getJWTClaimsSet());
                    forged.sign(new MACSigner(forger.toRSAPublicKey().getEncoded()));
                    return forged.serialize();
                }),
                Arguments.of("our client secret as a shared secret", Reason.SIGNATURE, (Forgery) (genuine, forger) -> {
                    var forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), genuine.getJWTClaimsSet());
                    forged.sign(new MACSigner(TestProvider.SECRET.repeat(2)));
                    return forged.serialize();
                }),
                Arguments.of("changed claims under a genuine signature", Reason.SIGNATURE, (Forgery)
                        (genuine, forger) -> {
                            String[] parts = genuine.serialize().split("\\.", -1);
                            var other = new JWTClaimsSet.Builder(genuine.getJWTClaimsSet()).subject("root");
                            String body =
                                    new PlainJWT(other.build()).serialize().split("\\.", -1)[1];
                            return parts[0] + "." + body + "." + parts[2];
                        }),
                Arguments.of("nothing of a token", Reason.GARBLED, (Forgery) (genuine, forger) -> "a.b.c"));
    }

    private static String signed(String keyId, JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
        forged.sign(new RSASSASigner(key));
        return forged.serialize();
    }

    @ParameterizedTest(name = "a token with {0} opens nothing")
    @MethodSource("forgeries")
    void aTokenThatIsNotTheProvidersOpensNothing(String name, Reason reason, Forgery forgery) throws Exception {
        RSAKey forger = new RSAKeyGenerator(2048).generate();
        Trip trip = trip();
        PROVIDER.idToken = genuine -> {
            try {
                return forgery.of(SignedJWT.parse(genuine), forger);
            } catch (JOSEException | ParseException e) {
                throw new IllegalStateException(e);
            }
        };
        refused(back(trip), reason, trip);
    }
}
