package be.quartier.vouchers.reminders.store;

import be.quartier.commune.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code reminder_address}. */
public final class ReminderRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address, sealed, with the voucher it waits for and that voucher's last day. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Waiting(UUID id, UUID voucher, byte[] mail, Language language, Instant since, LocalDate lastDay) {}

    /** Keeps an address for a voucher unless it is kept already or there are {@code most} of them; whether it is kept now. */
    public boolean add(
            int commune, UUID id, UUID voucher, byte[] mail, byte[] hash, Language language, Instant at, int most) {
        jdbc.sql("select id from voucher where commune_id = :commune and id = :voucher for update")
                .param("commune", commune)
                .param("voucher", voucher)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into reminder_address (commune_id, id, voucher_id, mail, mail_hash, language, created_at)
                        select :commune, :id, :voucher, :mail, :hash, :language, :at
                        where (select count(*) from reminder_address r
                          where r.commune_id = :commune and r.voucher_id = :voucher) < :most
                        on conflict (commune_id, voucher_id, mail_hash) do nothing
                        """)
                .param("commune", commune)
                .param("id", id)
                .param("voucher", voucher)
                .param("mail", mail)
                .param("hash", hash)
                .param("language", language.code())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return jdbc.sql("""
                        select exists (select from reminder_address r
                          where r.commune_id = :commune and r.voucher_id = :voucher and r.mail_hash = :hash)
                        """)
                .param("commune", commune)
                .param("voucher", voucher)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Addresses of a campaign whose voucher can be spent and ends between two days, both included. */
    public List<Waiting> waiting(int commune, UUID campaign, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select r.id, r.voucher_id, r.mail, r.language, r.created_at,
                          coalesce(v.valid_until, c.valid_until) as last_day
                        from reminder_address r
                        join voucher v on v.commune_id = r.commune_id and v.id = r.voucher_id
                        join campaign c on c.commune_id = v.commune_id and c.id = v.campaign_id
                        where r.commune_id = :commune and v.campaign_id = :campaign and v.state = 'active'
                          and coalesce(v.valid_until, c.valid_until) between :from and :to
                        order by r.id
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Waiting(
                        row.getObject("id", UUID.class),
                        row.getObject("voucher_id", UUID.class),
                        row.getBytes("mail"),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** Forgets an address. */
    public void forget(int commune, UUID id) {
        jdbc.sql("delete from reminder_address where commune_id = :commune and id = :id")
                .param("commune", commune)
                .param("id", id)
                .update();
    }

    /** Forgets the addresses of vouchers that ended, or whose last day was before a day; how many. */
    public int forgetEnded(int commune, LocalDate before) {
        return jdbc.sql("""
                        delete from reminder_address r
                        using voucher v, campaign c
                        where r.commune_id = :commune and v.commune_id = r.commune_id and v.id = r.voucher_id
                          and c.commune_id = v.commune_id and c.id = v.campaign_id
                          and (v.state in ('expired', 'cancelled') or coalesce(v.valid_until, c.valid_until) < :before)
                        """).param("commune", commune).param("before", before).update();
    }
}
