package be.quartier.people;

import be.quartier.commune.Tenancy;
import be.quartier.people.store.PasskeyStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys: enrolled in a session, then good for signing in, as second factor and as fresh proof. The device asks for a
 * finger, a face or its code each time, so a passkey is two factors.
 *
 * <p>Invariant: a challenge is answered once, within five minutes, by the browser that got it. Invariant: of a copied passkey
 * and its original one stops working, where the device counts its signatures.
 */
public class Passkeys {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String TICKET = "people-passkey";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ENROLMENT =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ANSWER =
            new TypeReference<>() {};

    private final PasskeyStore store;
    private final Vault vault;
    private final InstantSource clock;
    private final TransactionTemplate transactions;
    private final PublicKeyCredentialRpEntity us;
    private final WebAuthnRelyingPartyOperations checks;

    /** @param baseUrl the address people use: its host is what passkeys are bound to */
    public Passkeys(
            PasskeyStore store,
            Vault vault,
            InstantSource clock,
            PlatformTransactionManager transactions,
            String baseUrl) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        URI base = URI.create(baseUrl);
        this.us = PublicKeyCredentialRpEntity.builder()
                .id(base.getHost())
                .name("Quartier")
                .build();
        this.checks = new Webauthn4JRelyingPartyOperations(
                store, store, us, Set.of(base.getScheme() + "://" + base.getAuthority()));
    }

    /**
     * What a browser needs to ask the device.
     *
     * @param json the options, as the browser's own functions read them
     * @param ticket to be given back with the answer, kept in a cookie
     */
    public record Question(String json, String ticket) {}

    /** The options to enrol a passkey for a session's person. */
    public Question enrol(Session session, String name) {
        String challenge = vault.secret();
        return new Question(
                JSON.writeValueAsString(creation(session, name, challenge)),
                ticket("enrol", session.id().toString(), challenge));
    }

    /** Keeps the passkey a device made; false, and nothing kept, when anything about it is wrong. */
    public boolean enrolled(Session session, String ticket, String json, String label) {
        return challenge(ticket, "enrol", session.id().toString())
                .filter(challenge -> checked(() -> Tenancy.in(
                                session.home(),
                                () -> transactions.execute(status -> {
                                    if (!answer(challenge)) {
                                        return false;
                                    }
                                    var made = new RelyingPartyPublicKey(JSON.readValue(json, ENROLMENT), label);
                                    checks.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                                            creation(session, "-", challenge), made));
                                    return true;
                                })))
                        .orElse(false))
                .isPresent();
    }

    /** The options to ask any device for one of its passkeys. */
    public Question ask() {
        String challenge = vault.secret();
        return new Question(JSON.writeValueAsString(request(challenge)), ticket("ask", "-", challenge));
    }

    /** Whose passkey answered; empty when anything about the answer is wrong. */
    public Optional<UserHandle> answered(String ticket, String json) {
        return challenge(ticket, "ask", "-")
                .flatMap(challenge -> checked(() -> {
                    PublicKeyCredential<AuthenticatorAssertionResponse> answer = JSON.readValue(json, ANSWER);
                    Bytes handle = answer.getResponse().getUserHandle();
                    UserHandle owner = handle == null
                            ? null
                            : UserHandle.of(handle.getBytes()).orElse(null);
                    return owner == null ? null : verified(owner, challenge, answer);
                }));
    }

    private @Nullable UserHandle verified(
            UserHandle claimed, String challenge, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return Tenancy.in(
                claimed.home(),
                () -> transactions.execute(status -> {
                    if (!answer(challenge)) {
                        return null;
                    }
                    var user = checks.authenticate(new RelyingPartyAuthenticationRequest(request(challenge), answer));
                    return UserHandle.of(user.getId().getBytes())
                            .filter(claimed::equals)
                            .orElse(null);
                }));
    }

    /** The passkeys of a session's person. */
    public List<Passkey> of(Session session) {
        return Tenancy.in(session.home(), () -> transactions.execute(status -> store.of(session.person())));
    }

    /** Forgets one passkey of a session's person. */
    public void forget(Session session, UUID passkey) {
        Tenancy.run(
                session.home(),
                () -> transactions.executeWithoutResult(status -> store.forget(session.person(), passkey)));
    }

    /** Forgets all passkeys of a person whose account lives in the commune of {@link Tenancy}; how many that were. */
    public int forgetAll(UUID person) {
        return transactions.execute(status -> store.forget(person, null));
    }

    private PublicKeyCredentialCreationOptions creation(Session session, String name, String challenge) {
        Bytes handle = new Bytes(new UserHandle(session.home(), session.person()).bytes());
        return PublicKeyCredentialCreationOptions.builder()
                .rp(us)
                .user(ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle)
                        .name(name)
                        .displayName(name)
                        .build())
                .challenge(Bytes.fromBase64(challenge))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(LIFE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(String challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(us.getId())
                .challenge(Bytes.fromBase64(challenge))
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(List.of())
                .timeout(LIFE)
                .build();
    }

    private boolean answer(String challenge) {
        return store.answer(vault.hash("people-challenge", challenge), clock.instant());
    }

    private String ticket(String kind, String session, String challenge) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        byte[] sealed = vault.seal(TICKET, String.join(" ", kind, session, Long.toString(until), challenge));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private Optional<String> challenge(String ticket, String kind, String session) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(ticket.getBytes(StandardCharsets.US_ASCII));
            return vault.open(TICKET, sealed)
                    .map(text -> List.of(text.split(" ", -1)))
                    .filter(parts -> parts.size() == 4
                            && parts.get(0).equals(kind)
                            && parts.get(1).equals(session)
                            && Long.parseLong(parts.get(2)) > clock.instant().getEpochSecond())
                    .map(parts -> parts.get(3));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** What Spring Security's checks refuse they throw; whatever the reason, the answer is no. */
    private static <T> Optional<T> checked(Supplier<@Nullable T> check) {
        try {
            return Optional.ofNullable(check.get());
        } catch (JacksonException | IllegalArgumentException | org.springframework.dao.DataAccessException e) {
            return Optional.empty();
        } catch (RuntimeException refused) {
            if (refused.getClass().getName().startsWith("com.webauthn4j.")) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
