package be.quartier.vouchers.proof;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.messaging.Outbox;
import be.quartier.messaging.OutgoingMessage;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.EmailAddress;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.testing.Fixture;
import be.quartier.vouchers.proof.ProofApplication.Young;
import be.quartier.vouchers.registry.TestRegistry;
import be.quartier.vouchers.registry.extract.Address;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fresh commune whose campaign gives to the young on proof, and the people who apply and decide there. */
@Fixture
public class ProofTown {

    static final byte[] PDF = "%PDF-1.7\nproof\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern LINK = Pattern.compile("/[^/\\s]+/vouchers/proof/open/([\\w-]+)");

    private final TestRegistry registry;
    private final ProofDesk desk;
    private final ProofReview review;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Clock clock;

    ProofTown(
            TestRegistry registry,
            ProofDesk desk,
            ProofReview review,
            Accounts accounts,
            Roles roles,
            Sessions sessions,
            Outbox outbox,
            Clock clock) {
        this.registry = registry;
        this.desk = desk;
        this.review = review;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One campaign of one commune. */
    final class Town {

        final TestRegistry.Town registry;
        final LocalDate today = Brussels.today(clock);
        final UUID economy;
        final UUID approver;

        private Town(TestRegistry.Town registry) {
            this.registry = registry;
            this.economy = person(Role.ECONOMY);
            this.approver = person(Role.APPROVER);
        }

        String slug() {
            return registry.commune.slug();
        }

        LocalDate birth() {
            return today.minusYears(20).minusDays(10);
        }

        /** Somebody with a role. */
        UUID person(Role role) {
            return registry.in(() -> {
                UUID somebody = accounts.openWithoutAddress("Amélie Dubois", Language.FR);
                roles.grant(Grant.of(somebody, role), new Actor.Operator());
                return somebody;
            });
        }

        /** Somebody with an address, signed in. */
        String resident(String address) {
            UUID somebody = registry.in(() -> accounts.open(new EmailAddress(address), "Line Résidente", Language.FR));
            return cookie(somebody);
        }

        String cookie(UUID person) {
            return "quartier="
                    + sessions.start(new Sessions.Start(
                            registry.commune.id(), person, Session.Method.MAIL, true, 0, "Test, Test"));
        }

        Young young(String first, String number) {
            Address address = Address.typed("rue de l'Eglise", number, "", "7999", "Clairval");
            return new Young("Lemaitre", first, Optional.of(birth()), address, Language.FR);
        }

        /** Applies and confirms, without pages. */
        ProofApplication received(String first, String number) {
            var order = new ProofDesk.Order(
                    UUID.randomUUID(),
                    registry.campaign,
                    young(first, number),
                    Optional.empty(),
                    ProofKind.ENROLMENT,
                    new EmailAddress(first.toLowerCase(java.util.Locale.ROOT) + "@example.org"),
                    Optional.empty(),
                    List.of(Sent.of(PDF).orElseThrow()));
            return registry.in(() -> desk.confirm(desk.apply(order).id()));
        }

        ProofApplication now(ProofApplication about) {
            return registry.in(() -> review.find(about.id())).orElseThrow();
        }

        Acted accept(ProofApplication about) {
            return registry.in(() -> review.accept(about.id(), Optional.empty(), economy));
        }

        List<OutgoingMessage> mails() {
            return registry.in(() -> outbox.newest(Optional.empty(), Outbox.PAGE_MAX));
        }

        /** The secret of the newest mail with one. */
        String token() {
            for (OutgoingMessage mail : mails()) {
                Matcher link = LINK.matcher(mail.text());
                if (link.find()) {
                    return link.group(1);
                }
            }
            throw new AssertionError("no mail has a link");
        }
    }

    /** A town with money for so many vouchers. */
    Town open(int vouchers) {
        TestRegistry.Town town = registry.town(vouchers);
        LocalDate today = Brussels.today(clock);
        town.sql("""
                insert into campaign_rule (commune_id, campaign_id, position, kind, from_age, to_age, reference, until)
                values (:commune, :campaign, 0, 'age-automatic', 0, 18, :day, null),
                  (:commune, :campaign, 1, 'age-on-proof', 19, 21, :day, :until)
                """, Map.of("day", today, "until", today.plusDays(20)));
        return new Town(town);
    }
}
