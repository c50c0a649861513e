package be.quartier.vouchers.registry.store;

import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.store.BulkJoins;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a confirmed import does to {@code registry_household} and {@code registry_child}, a range of places at a time. */
public final class WorkRows {

    private static final String RANGE =
            " r.commune_id = :commune and r.import_id = :import and r.place > :from and r.place <= :to ";

    private static final String WORK =
            " (r.verdict in ('new', 'changed', 'on-proof', 'gone') or r.notes & :hasVoucher <> 0) ";

    // Ids are taken from their array by place: a join with it is planned as one pass over it for each row.
    private static final String HOUSEHOLDS = """
            with wanted as (
              select distinct on (r.household_key) r.*
              from registry_row r
              where %s and r.verdict in ('new', 'changed', 'on-proof')
              order by r.household_key, r.place
            ), numbered as (
              select w.*, row_number() over (order by w.place) as n from wanted w
            )
            insert into registry_household (commune_id, id, campaign_id, household_key, language, street, number, box,
              postcode, town, district, postal_sort, address_protected, created_at)
            select :commune, (:ids::uuid[])[n::int], :campaign, household_key, language, street, number, box, postcode, town, district,
              postal_sort, address_protected, :at
            from numbered
            on conflict (commune_id, campaign_id, household_key) do update
            set language = excluded.language, street = excluded.street, number = excluded.number, box = excluded.box,
              town = excluded.town, district = excluded.district, postal_sort = excluded.postal_sort,
              address_protected = excluded.address_protected
            where (registry_household.language, registry_household.street, registry_household.number,
                registry_household.box, registry_household.town, registry_household.district,
                registry_household.address_protected)
              is distinct from (excluded.language, excluded.street, excluded.number, excluded.box, excluded.town,
                excluded.district, excluded.address_protected)
            """.formatted(RANGE);

    private static final String CHILDREN = """
            with numbered as (
              select r.*, row_number() over (order by r.place) as n
              from registry_row r
              where %s and r.verdict in ('new', 'on-proof')
            )
            insert into registry_child (commune_id, id, campaign_id, household_id, import_id, niss_hash, likeness,
              last_name, first_name, birth_year, birth_month, birth_day, standing, letter_pending, created_at)
            select :commune, (:ids::uuid[])[c.n::int], :campaign, h.id, :import, c.niss_hash, c.likeness, c.last_name, c.first_name,
              c.birth_year, c.birth_month, c.birth_day, case c.verdict when 'new' then 'entitled' else 'on-proof' end,
              c.verdict = 'new', :at
            from numbered c
            join registry_household h
              on h.commune_id = :commune and h.campaign_id = :campaign and h.household_key = c.household_key
            order by n
            returning id, standing
            """.formatted(RANGE);

    private static final String CHANGED = """
            update registry_child c
            set last_name = r.last_name, first_name = r.first_name, birth_year = r.birth_year,
              birth_month = r.birth_month, birth_day = r.birth_day, likeness = r.likeness, household_id = h.id
            from registry_row r
            join registry_household h
              on h.commune_id = r.commune_id and h.campaign_id = :campaign and h.household_key = r.household_key
            where %s and r.verdict = 'changed' and c.commune_id = r.commune_id and c.id = r.child_id
            """.formatted(RANGE);

    private static final String FLAGGED = """
            update registry_child c
            set flagged = case when r.reason in ('not-in-extract', 'died', 'left-the-register') then r.reason
                else 'not-entitled' end,
              flagged_at = :at
            from registry_row r
            where %s and (r.verdict = 'gone' or r.notes & :hasVoucher <> 0)
              and c.commune_id = r.commune_id and c.id = r.child_id
              and c.standing <> 'withdrawn' and c.flagged is null and c.kept_at is null
            """.formatted(RANGE);

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public WorkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some rows of an import.
     *
     * @param from place before the first
     * @param to place of the last
     * @param rows how many rows in between change something
     */
    public record Range(int commune, UUID campaign, UUID id, int from, int to, int rows) {

        private Map<String, Object> params(Instant at) {
            return Map.of(
                    "commune", commune,
                    "campaign", campaign,
                    "import", id,
                    "from", from,
                    "to", to,
                    "at", at.atOffset(ZoneOffset.UTC),
                    "hasVoucher", Note.HAS_VOUCHER.bit());
        }
    }

    /** How many rows of an import change something when it is confirmed. */
    public int count(int commune, UUID id) {
        return jdbc.sql(
                        "select count(*) from registry_row r where r.commune_id = :commune and r.import_id = :import and"
                                + WORK)
                .param("commune", commune)
                .param("import", id)
                .param("hasVoucher", Note.HAS_VOUCHER.bit())
                .query(Integer.class)
                .single();
    }

    /** The next rows to do, at most {@code limit}; empty when all are done. */
    public Optional<Range> next(int commune, UUID campaign, UUID id, int limit) {
        return jdbc.sql("""
                        with begin as (
                          select work_place from registry_import where commune_id = :commune and id = :import
                        ), coming as (
                          select r.place
                          from registry_row r, begin
                          where r.commune_id = :commune and r.import_id = :import and r.place > begin.work_place and
                        """ + WORK + """
                          order by r.place
                          limit :limit
                        )
                        select begin.work_place, max(coming.place) as last, count(*) as row_count
                        from coming, begin
                        group by begin.work_place
                        """)
                .param("commune", commune)
                .param("import", id)
                .param("hasVoucher", Note.HAS_VOUCHER.bit())
                .param("limit", limit)
                .query((row, number) -> new Range(
                        commune, campaign, id, row.getInt("work_place"), row.getInt("last"), row.getInt("row_count")))
                .optional();
    }

    /** Joins whole tables for the statements inside. */
    public <T> T joiningInBulk(Supplier<T> statements) {
        return BulkJoins.in(jdbc, statements);
    }

    /** Makes or updates the households of a range. */
    public void households(Range range, Supplier<UUID> ids, Instant at) {
        jdbc.sql(HOUSEHOLDS)
                .params(range.params(at))
                .param("ids", some(ids, range.rows()))
                .update();
    }

    /** Makes the new children of a range; gives those that are entitled without more ado. */
    public List<UUID> children(Range range, Supplier<UUID> ids, Instant at) {
        return jdbc
                .sql(CHILDREN)
                .params(range.params(at))
                .param("ids", some(ids, range.rows()))
                .query((row, number) -> row.getString("standing").equals("entitled")
                        ? Optional.of(row.getObject("id", UUID.class))
                        : Optional.<UUID>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Updates the known children of a range and flags those for the town hall to decide on. */
    public void known(Range range, Instant at) {
        jdbc.sql(CHANGED).params(range.params(at)).update();
        jdbc.sql(FLAGGED).params(range.params(at)).update();
    }

    /** Keeps how far an import is. */
    public void done(Range range) {
        jdbc.sql("""
                        update registry_import
                        set work_place = :to, work_done = work_done + :rows
                        where commune_id = :commune and id = :import
                        """)
                .param("commune", range.commune())
                .param("import", range.id())
                .param("to", range.to())
                .param("rows", range.rows())
                .update();
    }

    /** A child that is back in an extract is no longer missing. */
    public void unflagReturned(int commune, UUID id) {
        jdbc.sql("""
                        update registry_child c
                        set flagged = null, flagged_at = null
                        from registry_row r
                        where r.commune_id = :commune and r.import_id = :import and r.verdict in ('changed', 'unchanged')
                          and c.commune_id = r.commune_id and c.id = r.child_id and c.flagged = 'not-in-extract'
                        """).param("commune", commune).param("import", id).update();
    }

    /** Fixes what there is to do at the moment of confirming. */
    public void plan(int commune, UUID id, int work) {
        jdbc.sql("update registry_import set work_total = :work where commune_id = :commune and id = :import")
                .param("commune", commune)
                .param("import", id)
                .param("work", work)
                .update();
    }

    private static UUID[] some(Supplier<UUID> ids, int count) {
        return Stream.generate(ids).limit(count).toArray(UUID[]::new);
    }
}
