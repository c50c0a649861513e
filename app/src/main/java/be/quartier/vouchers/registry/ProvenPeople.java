package be.quartier.vouchers.registry;

import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.installation.MasterKey;
import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.extract.Address;
import be.quartier.vouchers.registry.extract.Likeness;
import be.quartier.vouchers.registry.intake.CampaignKeys;
import be.quartier.vouchers.registry.store.ProvenRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the registry of a campaign knows of somebody who applies with a proof, and how an accepted one becomes entitled. Each
 * verb joins the caller's transaction or makes its own.
 */
@Component
@Transactional
public class ProvenPeople {

    private final ProvenRows rows;
    private final MasterKey master;
    private final Ids ids;
    private final Clock clock;

    ProvenPeople(JdbcClient jdbc, MasterKey master, Ids ids, Clock clock) {
        this.rows = new ProvenRows(jdbc);
        this.master = master;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody as an application describes them. */
    public record Claimed(String lastName, String firstName, LocalDate birth, Address address, Language language) {

        private String plain() {
            return Likeness.plain(lastName, firstName, BirthDate.of(birth), address);
        }

        @Override
        public String toString() {
            return "Claimed[***]";
        }
    }

    /**
     * Somebody in the registry who may be the person who applies.
     *
     * @param same name, birth date and address all agree
     * @param atHome lives at the address that was given
     * @param withdrawn the town hall took the entitlement back
     * @param vouchers how many vouchers of the campaign were issued and not cancelled
     */
    public record Known(
            UUID child,
            String lastName,
            String firstName,
            BirthDate birth,
            boolean same,
            boolean atHome,
            boolean withdrawn,
            int vouchers) {}

    /** The keyed hash by which a campaign recognises a person: name, birth date and address, spelling apart; 16 bytes. */
    public byte[] key(UUID campaign, Claimed who) {
        return new CampaignKeys(master, campaign).likeness(who.plain());
    }

    /** Who in the registry may be this person, the surest first; at most six. */
    @Transactional(readOnly = true)
    public List<Known> like(UUID campaign, Claimed who) {
        return rows.like(commune(), campaign, key(campaign, who), who);
    }

    /** How many people the registry has at the address that was given, under any name. */
    @Transactional(readOnly = true)
    public int atHome(UUID campaign, Address address) {
        return rows.atHome(commune(), campaign, address.postalSort());
    }

    /** Entitles somebody of the registry; what an import may undo or no longer hold does not take it away by itself. */
    public void entitle(UUID campaign, UUID child) {
        rows.entitle(commune(), campaign, child, now());
    }

    /**
     * Enters somebody whom no extract has named, in a household of their own, entitled.
     *
     * @param seed names the application: the same one enters the same person
     */
    public UUID enter(UUID campaign, Claimed who, UUID seed) {
        CampaignKeys keys = new CampaignKeys(master, campaign);
        UUID household = ids.uuid();
        UUID child = ids.uuid();
        rows.addHousehold(commune(), campaign, household, keys.foreignHousehold("proof " + seed), who, now());
        rows.addChild(
                commune(),
                campaign,
                new ProvenRows.New(child, household, keys.withoutNiss("proof " + seed), keys.likeness(who.plain())),
                who,
                now());
        return child;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
