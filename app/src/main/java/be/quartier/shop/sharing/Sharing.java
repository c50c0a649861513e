package be.quartier.shop.sharing;

import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Communes;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.PublicAddress;
import be.quartier.messaging.Messages;
import be.quartier.messaging.Recipient;
import be.quartier.people.Actor;
import be.quartier.people.Addressees;
import be.quartier.people.AuditTrail;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Agreements of the commune of {@link Tenancy} with others, and which of its merchants are shown there.
 *
 * <p>Each commune's rows are written in a transaction of their own, inside their own tenancy. A crash between the two leaves a
 * signature the partner does not know of; signing once more tells it. Whether something is shown is asked from both.
 */
@Service
public class Sharing {

    private static final Actor PARTNER = new Actor.Job("partner");

    private final AgreementRows rows;
    private final Communes communes;
    private final Addressees addressees;
    private final Messages messages;
    private final AuditTrail audit;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate here;
    private final TransactionTemplate there;
    private final String site;

    Sharing(
            AgreementRows rows,
            Communes communes,
            Addressees addressees,
            Messages messages,
            AuditTrail audit,
            Ids ids,
            InstantSource clock,
            PlatformTransactionManager transactions,
            Environment environment) {
        this.rows = rows;
        this.communes = communes;
        this.addressees = addressees;
        this.messages = messages;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.here = new TransactionTemplate(transactions);
        this.there = new TransactionTemplate(transactions);
        this.there.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.site = PublicAddress.of(environment);
    }

    /** The communes one can agree with. */
    public List<Commune> others() {
        CommuneId mine = Tenancy.required();
        return communes.all().stream()
                .filter(one -> one.kind() == Commune.Kind.COMMUNE && !one.id().equals(mine))
                .toList();
    }

    /** What is agreed or offered now. */
    public List<Agreement> agreements() {
        return in(() -> rows.open(Tenancy.required()));
    }

    /** Signs for this commune, and tells the partner; false when this commune has signed before. */
    public boolean sign(CommuneId partner, UUID by) {
        CommuneId mine = Tenancy.required();
        boolean signed = in(() -> {
            boolean now = rows.sign(mine, ids.uuid(), partner, by, clock.instant());
            if (now) {
                audit.record(new Actor.Person(by), "shop.agreement-signed", "commune:" + partner.value());
            }
            return now;
        });
        at(partner, () -> {
            boolean news = rows.offer(partner, ids.uuid(), mine, clock.instant());
            if (news) {
                audit.record(PARTNER, "shop.agreement-offered", "commune:" + mine.value());
                tell(partner, mine);
            }
            return news;
        });
        return signed;
    }

    /** Ends the agreement or the offer on both sides, at once; false when there is none. */
    public boolean end(CommuneId partner, UUID by) {
        CommuneId mine = Tenancy.required();
        boolean ended = in(() -> {
            boolean now = rows.end(mine, partner, clock.instant());
            if (now) {
                audit.record(new Actor.Person(by), "shop.agreement-ended", "commune:" + partner.value());
            }
            return now;
        });
        at(partner, () -> {
            boolean news = rows.end(partner, mine, clock.instant());
            if (news) {
                audit.record(PARTNER, "shop.agreement-ended", "commune:" + mine.value());
            }
            return news;
        });
        return ended;
    }

    /**
     * A merchant lets a partner show its goods, from the day both communes have signed; false when it does already, or its own
     * commune has not signed.
     */
    public boolean share(UUID merchant, CommuneId partner, UUID by) {
        CommuneId mine = Tenancy.required();
        return signedFor(partner)
                && in(() -> {
                    boolean now = rows.share(mine, ids.uuid(), merchant, partner, by, clock.instant());
                    if (now) {
                        audit.record(
                                new Actor.Person(by),
                                "shop.share-given",
                                "merchant:" + merchant,
                                Map.of("partner", communes.get(partner).slug()));
                    }
                    return now;
                });
    }

    /** A merchant takes that back, at once; false when nothing was given. */
    public boolean unshare(UUID merchant, CommuneId partner, UUID by) {
        CommuneId mine = Tenancy.required();
        return in(() -> {
            boolean now = rows.unshare(mine, merchant, partner, clock.instant());
            if (now) {
                audit.record(
                        new Actor.Person(by),
                        "shop.share-ended",
                        "merchant:" + merchant,
                        Map.of("partner", communes.get(partner).slug()));
            }
            return now;
        });
    }

    /** The merchants of this commune that let a partner show their goods, whether or not it may today. */
    public List<UUID> shared(CommuneId partner) {
        return in(() -> rows.shared(Tenancy.required(), partner));
    }

    /** The partners whose shops this commune shows now, each with its merchants that agreed. Outside any transaction. */
    public List<Neighbour> neighbours() {
        CommuneId mine = Tenancy.required();
        return agreements().stream()
                .filter(one -> one.signedAt().isPresent())
                .map(one -> Tenancy.in(
                        one.partner(),
                        () -> new Neighbour(communes.get(one.partner()), signedFor(mine) ? shared(mine) : List.of())))
                .filter(one -> !one.merchants().isEmpty())
                .toList();
    }

    /**
     * A partner and its merchants that are shown here.
     *
     * @param merchants by their ids in that commune
     */
    public record Neighbour(Commune commune, List<UUID> merchants) {
        /** Copies. */
        public Neighbour {
            merchants = List.copyOf(merchants);
        }
    }

    /** Whether the commune of the tenancy has signed with another. */
    private boolean signedFor(CommuneId other) {
        return agreements().stream()
                .anyMatch(one -> one.partner().equals(other) && one.signedAt().isPresent());
    }

    private void tell(CommuneId partner, CommuneId mine) {
        addressees.holding(Role.ECONOMY).stream()
                .filter(officer -> Recipient.Mail.valid(officer.address().value()))
                .forEach(officer -> messages.send(
                        partner,
                        new Recipient.Mail(officer.address().value()),
                        officer.person().language(),
                        "shop/agreement",
                        Map.of(
                                "name", officer.person().name(),
                                "partner",
                                        communes.get(mine).name(officer.person().language()),
                                "link", site + "/" + communes.get(partner).slug() + "/shop/agreements"),
                        "agreement-" + mine.value() + "-" + clock.instant() + "-"
                                + officer.person().id()));
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(here.execute(_ -> work.get()));
    }

    private boolean at(CommuneId other, Supplier<Boolean> work) {
        return Tenancy.in(other, () -> Objects.requireNonNull(there.execute(_ -> work.get())));
    }
}
