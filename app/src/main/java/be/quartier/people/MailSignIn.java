package be.quartier.people;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.OneTimeCodes.Made;
import be.quartier.people.OneTimeCodes.Order;
import be.quartier.people.OneTimeCodes.Proof;
import be.quartier.people.OneTimeCodes.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Proof of identity by a mail with a code and a link.
 *
 * <p>Invariant: what a caller sees, and how long it takes, is the same for an address somebody has and one nobody has: the
 * directory is asked, and then the rest happens after the answer, down to a row that stands for nobody.
 */
public class MailSignIn {

    private static final String TICKET = "people-ticket";

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final Communes communes;
    private final Messages messages;
    private final Vault vault;
    private final Executor afterwards;
    private final String baseUrl;

    /**
     * @param afterwards runs what comes after the answer; may refuse when there is too much of it
     * @param baseUrl the address people use, for the link
     */
    public MailSignIn(
            Accounts accounts,
            OneTimeCodes codes,
            Communes communes,
            Messages messages,
            Vault vault,
            Executor afterwards,
            String baseUrl) {
        this.accounts = accounts;
        this.codes = codes;
        this.communes = communes;
        this.messages = messages;
        this.vault = vault;
        this.afterwards = afterwards;
        this.baseUrl = baseUrl;
    }

    /**
     * Asks for a mail to an address; gives the ticket that {@link #enter} needs besides the code.
     *
     * @throws java.util.concurrent.RejectedExecutionException when too many are being sent
     */
    public String ask(EmailAddress address, LocalPath to) {
        CommuneId commune = accounts.home(address).orElseGet(() -> anyCommune(address));
        UUID id = codes.newId();
        afterwards.execute(() -> {
            Optional<Person> person = Tenancy.in(commune, () -> accounts.byAddress(address));
            Order order = new Order(
                    commune, id, Purpose.SIGN_IN, person.map(Person::id), Optional.empty(), Optional.empty(), to);
            codes.make(
                    order,
                    made -> person.ifPresent(
                            it -> send(commune, address, it.language(), "people/sign-in", made, id, it.name())));
        });
        byte[] sealed = vault.seal(TICKET, commune.value() + " " + id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Tries the code of a ticket. */
    public Optional<Proof> enter(String ticket, String code) {
        return opened(ticket).flatMap(it -> codes.enter(it.commune, it.id, code));
    }

    /** Sends a code to the address of a session's account, to prove again who it is; false when it has none. */
    public boolean confirm(Session session, Language language, LocalPath to) {
        Optional<EmailAddress> address = Tenancy.in(session.home(), () -> accounts.address(session.person()));
        address.ifPresent(it -> {
            Order order = order(session, Purpose.CONFIRM, Optional.empty(), to);
            codes.make(order, made -> send(session.home(), it, language, "people/confirm", made, order.id(), ""));
        });
        return address.isPresent();
    }

    /** Sends a code to a new address, unless another account has it already; the caller cannot tell which. */
    public void proveAddress(Session session, EmailAddress address, Language language) {
        boolean taken = accounts.home(address).isPresent();
        Order order = order(session, Purpose.ADDRESS, Optional.of(address), LocalPath.HOME);
        codes.make(order, made -> {
            if (!taken) {
                send(session.home(), address, language, "people/new-address", made, order.id(), "");
            }
        });
    }

    /** Tries a code of a session. */
    public Optional<Proof> enter(Session session, Purpose purpose, String code) {
        return codes.ofSession(session.home(), session.id(), purpose)
                .flatMap(id -> codes.enter(session.home(), id, code));
    }

    private Order order(Session session, Purpose purpose, Optional<EmailAddress> address, LocalPath to) {
        return new Order(
                session.home(),
                codes.newId(),
                purpose,
                Optional.of(session.person()),
                Optional.of(session.id()),
                address,
                to);
    }

    private void send(
            CommuneId commune,
            EmailAddress address,
            Language language,
            String template,
            Made made,
            UUID id,
            String name) {
        String code = made.code().substring(0, 4) + " " + made.code().substring(4);
        Map<String, String> values = template.equals("people/sign-in")
                ? Map.of("code", code, "name", name, "link", baseUrl + "/sign-in/link/" + made.link())
                : Map.of("code", code);
        messages.send(commune, new Recipient.Mail(address.value()), language, template, values, "people-code-" + id);
    }

    /** A commune for the row that stands for nobody; the same for the same address. */
    private CommuneId anyCommune(EmailAddress address) {
        List<CommuneId> all = Stream.concat(communes.all().stream(), communes.region().stream())
                .map(Commune::id)
                .toList();
        if (all.isEmpty()) {
            throw new java.util.concurrent.RejectedExecutionException("no commune yet");
        }
        byte[] hash = vault.hash("people-nobody", address.value());
        return all.get(Math.floorMod((hash[0] << 8) + hash[1], all.size()));
    }

    private record Opened(CommuneId commune, UUID id) {}

    private Optional<Opened> opened(String ticket) {
        try {
            return vault.open(TICKET, Base64.getUrlDecoder().decode(ticket.getBytes(StandardCharsets.US_ASCII)))
                    .map(text -> new Opened(
                            new CommuneId(Integer.parseInt(text.substring(0, text.indexOf(' ')))),
                            UUID.fromString(text.substring(text.indexOf(' ') + 1))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
