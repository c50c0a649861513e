package be.quartier.shop.sharing;

import be.quartier.commune.CommuneId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code shop_agreement} and {@code shop_share} of one commune. */
@Repository
class AgreementRows {

    private final JdbcClient jdbc;

    AgreementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open agreements and offers, the oldest first. */
    List<Agreement> open(CommuneId commune) {
        return jdbc.sql("""
            select partner, signed_at, signed_by, offered_at
            from shop_agreement
            where commune_id = ? and ended_at is null
            order by id
            """)
                .param(commune.value())
                .query(AgreementRows::agreement)
                .list();
    }

    /** Puts this commune's signature; false when it is there already. */
    boolean sign(CommuneId owner, UUID id, CommuneId other, UUID by, Instant now) {
        return jdbc.sql("""
            insert into shop_agreement as a (commune_id, id, partner, signed_at, signed_by)
            values (:commune, :id, :partner, :now, :by)
            on conflict (commune_id, partner) where ended_at is null
            do update set signed_at = excluded.signed_at, signed_by = excluded.signed_by where a.signed_at is null
            """)
                        .param("commune", owner.value())
                        .param("id", id)
                        .param("partner", other.value())
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Notes that the partner signed; false when that is known. */
    boolean offer(CommuneId owner, UUID id, CommuneId other, Instant now) {
        return jdbc.sql("""
            insert into shop_agreement as a (commune_id, id, partner, offered_at)
            values (:commune, :id, :partner, :now)
            on conflict (commune_id, partner) where ended_at is null
            do update set offered_at = excluded.offered_at where a.offered_at is null
            """)
                        .param("commune", owner.value())
                        .param("id", id)
                        .param("partner", other.value())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Ends what is open with a partner; false when nothing is. */
    boolean end(CommuneId owner, CommuneId other, Instant now) {
        return jdbc.sql("""
            update shop_agreement set ended_at = ?
            where commune_id = ? and partner = ? and ended_at is null
            """).params(at(now), owner.value(), other.value()).update() == 1;
    }

    /** Lets a partner show a merchant's goods; false when it may already. */
    boolean share(CommuneId owner, UUID id, UUID merchant, CommuneId other, UUID by, Instant now) {
        return jdbc.sql("""
            insert into shop_share (commune_id, id, merchant_id, partner, since, given_by)
            values (?, ?, ?, ?, ?, ?)
            on conflict (commune_id, partner, merchant_id) where ended_at is null do nothing
            """)
                        .params(owner.value(), id, merchant, other.value(), at(now), by)
                        .update()
                == 1;
    }

    /** Takes that back; false when nothing was given. */
    boolean unshare(CommuneId owner, UUID merchant, CommuneId other, Instant now) {
        return jdbc.sql("""
            update shop_share set ended_at = ?
            where commune_id = ? and partner = ? and merchant_id = ? and ended_at is null
            """)
                        .params(at(now), owner.value(), other.value(), merchant)
                        .update()
                == 1;
    }

    /** The merchants of this commune that let a partner show their goods. */
    List<UUID> shared(CommuneId owner, CommuneId other) {
        return jdbc.sql("""
            select merchant_id from shop_share
            where commune_id = ? and partner = ? and ended_at is null
            order by since, merchant_id
            """)
                .params(owner.value(), other.value())
                .query((row, number) -> row.getObject("merchant_id", UUID.class))
                .list();
    }

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                new CommuneId(row.getInt("partner")),
                instant(row, "signed_at"),
                Optional.ofNullable(row.getObject("signed_by", UUID.class)),
                instant(row, "offered_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
