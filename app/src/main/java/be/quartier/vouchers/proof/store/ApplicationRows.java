package be.quartier.vouchers.proof.store;

import be.quartier.commune.Language;
import be.quartier.vouchers.proof.ProofApplication;
import be.quartier.vouchers.proof.ProofApplication.Young;
import be.quartier.vouchers.proof.ProofKind;
import be.quartier.vouchers.proof.ProofRefusal;
import be.quartier.vouchers.proof.ProofState;
import be.quartier.vouchers.registry.extract.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code proof_application}. */
public final class ApplicationRows {

    private static final String SELECT = """
            select id, campaign_id, state, last_name, first_name, birth, street, number, box, postcode, town, language,
              by_parent, parent_name, kind, account_id, created_at, received_at, due_on, refusal, decided_by, decided_at,
              final_on, child_id, voucher_id, emptied_at
            from proof_application
            where commune_id = :commune
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The secrets of an application about to be kept: who it is, where to answer, what opens it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Secrets(byte[] personKey, byte[] mail, byte[] mailHash, byte[] tokenHash, Instant tokenUntil) {}

    /** Keeps a new application; false when its id is known already. */
    public boolean add(int commune, ProofApplication made, Secrets secrets) {
        Young who = made.who();
        Address address = who.address();
        return jdbc.sql("""
                        insert into proof_application (commune_id, id, campaign_id, state, person_key, by_parent, parent_name,
                          last_name, first_name, birth, street, number, box, postcode, town, language, kind, mail, mail_hash,
                          account_id, token_hash, token_until, created_at)
                        values (:commune, :id, :campaign, :state, :key, :byParent, :parent, :last, :first, :birth, :street,
                          :number, :box, :postcode, :town, :language, :kind, :mail, :mailHash, :account, :tokenHash,
                          :tokenUntil, :at)
                        on conflict (commune_id, id) do nothing
                        """)
                        .param("commune", commune)
                        .param("id", made.id())
                        .param("campaign", made.campaign())
                        .param("state", made.state().code())
                        .param("key", secrets.personKey())
                        .param("byParent", made.parent().isPresent())
                        .param("parent", made.parent().orElse(""))
                        .param("last", who.lastName())
                        .param("first", who.firstName())
                        .param("birth", who.birth().orElseThrow())
                        .param("street", address.street())
                        .param("number", address.number())
                        .param("box", address.box())
                        .param("postcode", address.postcode())
                        .param("town", address.town())
                        .param("language", who.language().code())
                        .param("kind", made.kind().code())
                        .param("mail", secrets.mail())
                        .param("mailHash", secrets.mailHash())
                        .param("account", made.account().orElse(null), Types.OTHER)
                        .param("tokenHash", secrets.tokenHash())
                        .param("tokenUntil", utc(secrets.tokenUntil()))
                        .param("at", utc(made.createdAt()))
                        .update()
                == 1;
    }

    /** An application. */
    public Optional<ProofApplication> find(int commune, UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("commune", commune)
                .param("id", id)
                .query(ApplicationRows::read)
                .optional();
    }

    /** An application that nobody else changes until the end of the transaction. */
    public Optional<ProofApplication> lock(int commune, UUID id) {
        return jdbc.sql(SELECT + " and id = :id for update")
                .param("commune", commune)
                .param("id", id)
                .query(ApplicationRows::read)
                .optional();
    }

    /** The application that a secret opens at a moment. */
    public Optional<ProofApplication> byToken(int commune, byte[] hash, Instant at) {
        return jdbc.sql(SELECT + " and token_hash = :hash and token_until > :at and emptied_at is null")
                .param("commune", commune)
                .param("hash", hash)
                .param("at", utc(at))
                .query(ApplicationRows::read)
                .optional();
    }

    /** The applications of a mail address whose personal data has not ended, the newest first; at most ten. */
    public List<ProofApplication> byMail(int commune, byte[] mailHash) {
        return jdbc.sql(SELECT + " and mail_hash = :hash and emptied_at is null order by created_at desc limit 10")
                .param("commune", commune)
                .param("hash", mailHash)
                .query(ApplicationRows::read)
                .list();
    }

    /** The applications in these states, those that wait longest first. */
    public List<ProofApplication> in(int commune, Collection<ProofState> states, int limit) {
        return jdbc.sql(SELECT + """
                         and state = any (:states)
                        order by due_on nulls last, created_at, id
                        limit :limit
                        """)
                .param("commune", commune)
                .param("states", codes(states))
                .param("limit", limit)
                .query(ApplicationRows::read)
                .list();
    }

    /** How many applications of a campaign are in these states. */
    public int count(int commune, UUID campaign, Collection<ProofState> states) {
        return jdbc.sql("""
                        select count(*) from proof_application
                        where commune_id = :commune and campaign_id = :campaign and state = any (:states)
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("states", codes(states))
                .query(Integer.class)
                .single();
    }

    /** Other confirmed applications for the same person, or for somebody of the same name born on the same day. */
    public List<ProofApplication> others(int commune, ProofApplication one) {
        return jdbc.sql(SELECT + """
                         and campaign_id = :campaign and id <> :id and state <> 'unconfirmed' and emptied_at is null
                          and (person_key = (select person_key from proof_application
                              where commune_id = :commune and id = :id)
                            or (birth = :birth and lower(last_name) = lower(:last)))
                        order by created_at
                        limit 10
                        """)
                .param("commune", commune)
                .param("campaign", one.campaign())
                .param("id", one.id())
                .param("birth", one.who().birth().orElse(LocalDate.EPOCH))
                .param("last", one.who().lastName())
                .query(ApplicationRows::read)
                .list();
    }

    /** Whether another application for the same person was accepted. */
    public boolean acceptedBefore(int commune, UUID id) {
        return jdbc.sql("""
                        select exists (
                          select from proof_application a
                          join proof_application b on b.commune_id = a.commune_id and b.campaign_id = a.campaign_id
                            and b.person_key = a.person_key and b.id <> a.id and b.state = 'accepted'
                          where a.commune_id = :commune and a.id = :id)
                        """)
                .param("commune", commune)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Keeps who acts on a campaign's vouchers waiting until the end of the transaction. */
    public void lockCampaign(int commune, UUID campaign) {
        jdbc.sql("select id from campaign where commune_id = :commune and id = :id for update")
                .param("commune", commune)
                .param("id", campaign)
                .query(UUID.class)
                .single();
    }

    /** Keeps where an application stands now. */
    public void update(int commune, ProofApplication now) {
        jdbc.sql("""
                        update proof_application
                        set state = :state, received_at = :received, due_on = :due, refusal = :refusal, decided_by = :by,
                          decided_at = :decided, final_on = :final, child_id = :child, voucher_id = :voucher
                        where commune_id = :commune and id = :id
                        """)
                .param("commune", commune)
                .param("id", now.id())
                .param("state", now.state().code())
                .param("received", utc(now.receivedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", now.due().orElse(null), Types.DATE)
                .param("refusal", now.refusal().map(ProofRefusal::code).orElse(null), Types.VARCHAR)
                .param("by", now.decidedBy().orElse(null), Types.OTHER)
                .param("decided", utc(now.decidedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("final", now.finalOn().orElse(null), Types.DATE)
                .param("child", now.child().orElse(null), Types.OTHER)
                .param("voucher", now.voucher().orElse(null), Types.OTHER)
                .update();
    }

    private static String[] codes(Collection<ProofState> states) {
        return states.stream().map(ProofState::code).toArray(String[]::new);
    }

    static @Nullable OffsetDateTime utc(Optional<Instant> at) {
        return at.map(ApplicationRows::utc).orElse(null);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static ProofApplication read(ResultSet row, int number) throws SQLException {
        var young = new Young(
                row.getString("last_name"),
                row.getString("first_name"),
                Optional.ofNullable(row.getObject("birth", LocalDate.class)),
                new Address(
                        row.getString("street"),
                        row.getString("number"),
                        row.getString("box"),
                        row.getString("postcode"),
                        row.getString("town")),
                Language.of(row.getString("language")).orElseThrow());
        return new ProofApplication(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                ProofState.of(row.getString("state")),
                young,
                row.getBoolean("by_parent") ? Optional.of(row.getString("parent_name")) : Optional.empty(),
                ProofKind.of(row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                instant(row, "created_at").orElseThrow(),
                instant(row, "received_at"),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getString("refusal")).flatMap(ProofRefusal::of),
                Optional.ofNullable(row.getObject("decided_by", UUID.class)),
                instant(row, "decided_at"),
                Optional.ofNullable(row.getObject("final_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("child_id", UUID.class)),
                Optional.ofNullable(row.getObject("voucher_id", UUID.class)),
                instant(row, "emptied_at"));
    }
}
