package be.quartier.vouchers.letters.store;

import be.quartier.commune.Language;
import be.quartier.paper.Manifest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters of a batch and what is printed in them. */
public final class LetterRows {

    private static final String NOT_PRINTED = """
              from voucher v
              join registry_child c on c.commune_id = v.commune_id and c.id = v.child_id
              join registry_household h on h.commune_id = c.commune_id and h.id = c.household_id
              where v.commune_id = :commune
                and v.campaign_id = :campaign
                and v.state = 'active'
                and not exists (
                  select from letter_voucher p
                  where p.commune_id = v.commune_id and p.voucher_id = v.id and p.generation = v.generation)
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public LetterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A voucher to print and the household it goes to. */
    public record Due(UUID voucher, int generation, UUID household, String language, boolean counter) {}

    /** A letter about to be kept. */
    public record New(
            UUID id, int sequence, UUID household, int vouchers, int firstPage, String language, boolean counter) {}

    /** One voucher of a letter with all that is printed of its household. */
    public record Line(
            UUID letter,
            int sequence,
            String language,
            boolean counter,
            UUID voucher,
            int generation,
            int nonce,
            int serial,
            long faceCents,
            LocalDate until,
            String lastName,
            String firstName,
            String street,
            String number,
            String box,
            String postcode,
            String town) {}

    /** How many households wait for a letter. */
    public int waiting(int commune, UUID campaign) {
        return jdbc.sql("select count(distinct h.id) " + NOT_PRINTED)
                .param("commune", commune)
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    /** Every active voucher whose present code is in no letter, households in postal order, the eldest child first. */
    public List<Due> due(int commune, UUID campaign) {
        return jdbc.sql("select v.id as voucher, v.generation, h.id as household, h.language,"
                        + " h.address_protected as counter " + NOT_PRINTED
                        + " order by h.postal_sort, h.id, c.birth_year, c.birth_month, c.birth_day, v.serial")
                .param("commune", commune)
                .param("campaign", campaign)
                .query(new DataClassRowMapper<>(Due.class))
                .list();
    }

    /** The active vouchers of a household in a campaign, the eldest child first. */
    public List<Due> ofHousehold(int commune, UUID campaign, UUID household) {
        return jdbc.sql("""
                        select v.id as voucher, v.generation, h.id as household, h.language,
                          h.address_protected as counter
                        from registry_household h
                        join registry_child c on c.commune_id = h.commune_id and c.household_id = h.id
                        join voucher v on v.commune_id = c.commune_id and v.child_id = c.id
                        where h.commune_id = :commune
                          and h.id = :household
                          and v.campaign_id = :campaign
                          and v.state in ('active', 'blocked')
                        order by c.birth_year, c.birth_month, c.birth_day, v.serial
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("household", household)
                .query(new DataClassRowMapper<>(Due.class))
                .list();
    }

    /** Keeps the letters of a batch, thousands in one statement. */
    public void add(int commune, UUID batch, List<New> letters) {
        jdbc.sql("""
                        insert into letter
                          (commune_id, id, batch_id, sequence, household_id, vouchers, first_page, language, counter)
                        select :commune, l.id, :batch, l.sequence, l.household, l.vouchers, l.page, l.language, l.counter
                        from unnest(:ids::uuid[], :sequences::int[], :households::uuid[], :vouchers::int[],
                          :pages::int[], :languages::text[], :counters::boolean[])
                          as l (id, sequence, household, vouchers, page, language, counter)
                        """)
                .param("commune", commune)
                .param("batch", batch)
                .param("ids", letters.stream().map(New::id).toArray(UUID[]::new))
                .param("sequences", letters.stream().map(New::sequence).toArray(Integer[]::new))
                .param("households", letters.stream().map(New::household).toArray(UUID[]::new))
                .param("vouchers", letters.stream().map(New::vouchers).toArray(Integer[]::new))
                .param("pages", letters.stream().map(New::firstPage).toArray(Integer[]::new))
                .param("languages", letters.stream().map(New::language).toArray(String[]::new))
                .param("counters", letters.stream().map(New::counter).toArray(Boolean[]::new))
                .update();
    }

    /** Keeps which voucher, in which generation, is in which letter. */
    public void addVouchers(int commune, List<UUID> letters, List<Integer> places, List<Due> vouchers) {
        jdbc.sql("""
                        insert into letter_voucher (commune_id, letter_id, place, voucher_id, generation)
                        select :commune, l.letter, l.place, l.voucher, l.generation
                        from unnest(:letters::uuid[], :places::int[], :vouchers::uuid[], :generations::int[])
                          as l (letter, place, voucher, generation)
                        """)
                .param("commune", commune)
                .param("letters", letters.toArray(UUID[]::new))
                .param("places", places.toArray(Integer[]::new))
                .param("vouchers", vouchers.stream().map(Due::voucher).toArray(UUID[]::new))
                .param("generations", vouchers.stream().map(Due::generation).toArray(Integer[]::new))
                .update();
        jdbc.sql("""
                        update registry_child c
                        set letter_pending = false
                        from voucher v
                        where c.commune_id = :commune
                          and v.commune_id = c.commune_id
                          and v.child_id = c.id
                          and v.id = any(:vouchers)
                          and c.letter_pending
                        """)
                .param("commune", commune)
                .param("vouchers", vouchers.stream().map(Due::voucher).toArray(UUID[]::new))
                .update();
    }

    /** What is printed in the letters of a batch with these sequence numbers, voucher by voucher in their order. */
    public List<Line> lines(int commune, UUID batch, int from, int to) {
        return jdbc.sql("""
                        select l.id as letter, l.sequence, l.language, (l.counter or h.address_protected) as counter,
                          v.id as voucher, p.generation, v.code_nonce as nonce, v.serial, v.face_cents,
                          coalesce(v.valid_until, g.valid_until) as until, c.last_name, c.first_name,
                          h.street, h.number, h.box, h.postcode, h.town
                        from letter l
                        join letter_voucher p on p.commune_id = l.commune_id and p.letter_id = l.id
                        join voucher v on v.commune_id = p.commune_id and v.id = p.voucher_id
                        join campaign g on g.commune_id = v.commune_id and g.id = v.campaign_id
                        join registry_child c on c.commune_id = v.commune_id and c.id = v.child_id
                        join registry_household h on h.commune_id = l.commune_id and h.id = l.household_id
                        where l.commune_id = :commune
                          and l.batch_id = :batch
                          and l.sequence between :from and :to
                        order by l.sequence, p.place
                        """)
                .param("commune", commune)
                .param("batch", batch)
                .param("from", from)
                .param("to", to)
                .query(new DataClassRowMapper<>(Line.class))
                .list();
    }

    /** The manifest's lines of a batch, in order. */
    public List<Manifest.Line> manifest(int commune, UUID batch) {
        return jdbc.sql("""
                        select sequence, household_id, vouchers, first_page, language, counter
                        from letter
                        where commune_id = :commune and batch_id = :batch
                        order by sequence
                        """)
                .param("commune", commune)
                .param("batch", batch)
                .query((row, number) -> new Manifest.Line(
                        row.getInt("sequence"),
                        row.getString("household_id"),
                        row.getInt("vouchers"),
                        row.getInt("first_page"),
                        2 * be.quartier.paper.Letter.sheets(row.getInt("vouchers")),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getBoolean("counter")))
                .list();
    }

    /** Marks every letter of a household as come back; how many were not yet. */
    public int returned(int commune, UUID household, Instant at) {
        return jdbc.sql("""
                        update letter
                        set returned_at = :at
                        where commune_id = :commune and household_id = :household and returned_at is null
                        """)
                .param("commune", commune)
                .param("household", household)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A household that was written to, as the search for one letter shows it. */
    public record Written(
            UUID household,
            String children,
            String address,
            int vouchers,
            int sequence,
            Optional<Instant> returnedAt) {}

    /** Households of a campaign whose child, street or letter's number matches, at most {@code limit}. */
    public List<Written> find(int commune, UUID campaign, String words, int limit) {
        return jdbc.sql("""
                        select l.household_id,
                          string_agg(distinct c.first_name || ' ' || c.last_name, ', ') as children,
                          case when bool_or(h.address_protected) then '' else
                            max(h.street || ' ' || h.number || case when h.box = '' then '' else ' / ' || h.box end)
                          end as address,
                          max(l.vouchers) as vouchers, max(l.sequence) as sequence, max(l.returned_at) as returned_at
                        from letter l
                        join letter_batch b on b.commune_id = l.commune_id and b.id = l.batch_id
                        join registry_household h on h.commune_id = l.commune_id and h.id = l.household_id
                        join registry_child c on c.commune_id = h.commune_id and c.household_id = h.id
                        where l.commune_id = :commune
                          and b.campaign_id = :campaign
                          and (l.sequence::text = :words
                            or exists (
                              select from registry_child n
                              where n.commune_id = h.commune_id and n.household_id = h.id
                                and (n.first_name || ' ' || n.last_name) ilike :like)
                            or (not h.address_protected and (h.street || ' ' || h.number) ilike :like))
                        group by l.household_id
                        order by min(h.postal_sort)
                        limit :limit
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("words", words)
                .param(
                        "like",
                        "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("limit", limit)
                .query((row, number) -> new Written(
                        row.getObject("household_id", UUID.class),
                        row.getString("children"),
                        row.getString("address"),
                        row.getInt("vouchers"),
                        row.getInt("sequence"),
                        Optional.ofNullable(row.getTimestamp("returned_at")).map(at -> at.toInstant())))
                .list();
    }
}
