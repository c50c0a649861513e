package be.quartier.vouchers.registry.store;

import be.quartier.vouchers.campaigns.BirthDate;
import be.quartier.vouchers.registry.Note;
import be.quartier.vouchers.registry.Reason;
import be.quartier.vouchers.registry.RegistryImport.Counts;
import be.quartier.vouchers.registry.RowVerdict;
import be.quartier.vouchers.registry.StagedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code registry_row}: what an extract holds, between upload and confirmation. */
public final class StagedRows {

    /**
     * One pass over the rows just read gives each its final reason. Of several rows with one number the first that counts
     * is kept: a death before all, a removal after a present address, a second home last.
     */
    private static final String RESOLVE = """
            with told as (
              select i.*,
                row_number() over (
                  partition by niss_hash
                  order by case reason when 'died' then 0 when 'left-the-register' then 2 when 'shared-custody' then 3
                    else 1 end, line) as same_number,
                first_value(niss_hash) over (partition by likeness order by line) as alike,
                bool_or(address_protected) over (partition by household_key) as household_protected,
                first_value(language) over household as household_language,
                first_value(concat_ws('|', language, district, street, number, box, town)) over household as letter
              from registry_intake i
              window household as (partition by household_key order by line)
            ), known as (
              select t.*, c.id as child_id, c.standing, c.flagged is not null as was_flagged,
                (c.last_name, c.first_name, c.birth_year, c.birth_month, c.birth_day)
                  is distinct from (t.last_name, t.first_name, t.birth_year, t.birth_month, t.birth_day) as other_person,
                h.household_key is distinct from t.household_key as other_household,
                (concat_ws('|', h.language, h.district, h.street, h.number, h.box, h.town), h.address_protected)
                  is distinct from (t.letter, t.household_protected) as other_letter
              from told t
              left join registry_child c
                on c.commune_id = :commune and c.campaign_id = :campaign and c.niss_hash = t.niss_hash
              left join registry_household h on h.commune_id = c.commune_id and h.id = c.household_id
            ), judged as (
              select k.*,
                case
                  when niss_hash is null then reason
                  when same_number > 1 and reason <> 'shared-custody' then 'same-number-twice'
                  when likeness is null then reason
                  when child_id is not null and other_person then 'person-changed'
                  when child_id is not null and other_household then 'moved'
                  when child_id is not null and other_letter then 'household-changed'
                  when child_id is not null then 'same-as-before'
                  when alike <> niss_hash then 'looks-like-a-row'
                  when exists (
                    select 1 from registry_child o
                    where o.commune_id = :commune and o.campaign_id = :campaign and o.likeness = k.likeness)
                    then 'looks-like-a-child'
                  else reason
                end as final_reason
              from known k
            )
            insert into registry_row (commune_id, import_id, place, line, verdict, reason, notes, child_id, niss_hash,
              likeness, household_key, last_name, first_name, birth_year, birth_month, birth_day, counted_birth, street,
              number, box, postcode, town, district, postal_sort, language, address_protected)
            select :commune, :import, row_number() over (order by line), line, v.verdict, final_reason,
              notes + case when child_id is not null and v.verdict = any (:lost) then :hasVoucher else 0 end,
              child_id, niss_hash, likeness, household_key, last_name, first_name, birth_year, birth_month, birth_day,
              counted_birth, street, number, box, postcode, town, district, postal_sort, household_language,
              household_protected
            from judged
            join unnest(:reasons, :verdicts) as v (reason, verdict) on v.reason = final_reason
            order by line
            """;

    private static final String GONE = """
            insert into registry_row (commune_id, import_id, place, verdict, reason, notes, child_id)
            select :commune, :import, (select count(*) from registry_intake) + row_number() over (order by c.id),
              'gone', 'not-in-extract', 0, c.id
            from registry_child c
            where c.commune_id = :commune and c.campaign_id = :campaign
              and c.standing in ('entitled', 'on-proof') and c.flagged is null and c.kept_at is null
              and not exists (select 1 from registry_intake i where i.niss_hash = c.niss_hash)
            """;

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public StagedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Turns what was just read into rows of an import; a full extract also names the children it no longer holds. */
    public void resolve(int commune, UUID campaign, UUID id, boolean full) {
        List<String> reasons = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            reasons.add(reason.code());
            verdicts.add(reason.verdict().code());
        }
        jdbc.sql("create index on registry_intake (niss_hash)").update();
        jdbc.sql("analyze registry_intake").update();
        jdbc.sql(RESOLVE)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("import", id)
                .param(
                        "lost",
                        codes(RowVerdict.DECEASED, RowVerdict.REMOVED, RowVerdict.OUTSIDE_AGE, RowVerdict.NOT_RESIDENT))
                .param("hasVoucher", Note.HAS_VOUCHER.bit())
                .param("reasons", reasons.toArray(String[]::new))
                .param("verdicts", verdicts.toArray(String[]::new))
                .update();
        if (full) {
            jdbc.sql(GONE)
                    .param("commune", commune)
                    .param("campaign", campaign)
                    .param("import", id)
                    .update();
        }
    }

    /** Rows per reason and per note. */
    public Counts count(int commune, UUID id) {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        Map<Note, Integer> notes = new EnumMap<>(Note.class);
        jdbc.sql("""
                        select reason, notes, count(*) as row_count
                        from registry_row
                        where commune_id = :commune and import_id = :import
                        group by reason, notes
                        """).param("commune", commune).param("import", id).query(row -> {
            int count = row.getInt("row_count");
            reasons.merge(Codes.reason(row.getString("reason")), count, Integer::sum);
            Note.of(row.getInt("notes")).forEach(note -> notes.merge(note, count, Integer::sum));
        });
        return new Counts(reasons, notes);
    }

    /** Up to {@code limit} rows after a place, of one verdict or with one note, in the order of the file. */
    public List<StagedRow> list(
            int commune, UUID id, Optional<RowVerdict> verdict, Optional<Note> note, int after, int limit) {
        return jdbc.sql("""
                        select r.place, r.line, r.reason, r.notes, r.child_id, r.counted_birth,
                          coalesce(r.last_name, c.last_name) as last_name,
                          coalesce(r.first_name, c.first_name) as first_name,
                          coalesce(r.birth_year, c.birth_year) as birth_year,
                          coalesce(r.birth_month, c.birth_month) as birth_month,
                          coalesce(r.birth_day, c.birth_day) as birth_day,
                          case when not r.address_protected
                            then concat_ws(' ', r.street, r.number, nullif('/' || r.box, '/'), r.postcode, r.town)
                          end as address
                        from registry_row r
                        left join registry_child c on c.commune_id = r.commune_id and c.id = r.child_id
                        where r.commune_id = :commune and r.import_id = :import
                          and (:verdict::text is null or r.verdict = :verdict)
                          and (:note = 0 or r.notes & :note <> 0)
                          and r.place > :after
                        order by r.place
                        limit :limit
                        """)
                .param("commune", commune)
                .param("import", id)
                .param("verdict", verdict.map(RowVerdict::code).orElse(null))
                .param("note", note.map(Note::bit).orElse(0))
                .param("after", after)
                .param("limit", limit)
                .query(StagedRows::read)
                .list();
    }

    /** Takes a row that looked like another child for a child of its own; false when it is no such row. */
    public boolean accept(int commune, UUID id, int place) {
        return jdbc.sql("""
                        update registry_row
                        set verdict = 'new', reason = 'accepted-by-hand'
                        where commune_id = :commune and import_id = :import and place = :place
                          and reason in ('looks-like-a-row', 'looks-like-a-child')
                        """)
                        .param("commune", commune)
                        .param("import", id)
                        .param("place", place)
                        .update()
                == 1;
    }

    /** Deletes the rows of an import: nobody's data is kept longer than needed. */
    public void purge(int commune, UUID id) {
        jdbc.sql("delete from registry_row where commune_id = :commune and import_id = :import")
                .param("commune", commune)
                .param("import", id)
                .update();
    }

    private static String[] codes(RowVerdict... verdicts) {
        return java.util.Arrays.stream(verdicts).map(RowVerdict::code).toArray(String[]::new);
    }

    private static StagedRow read(ResultSet row, int number) throws SQLException {
        int line = row.getInt("line");
        OptionalInt inFile = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(line);
        String lastName = row.getString("last_name");
        Optional<StagedRow.Who> who = lastName == null
                ? Optional.empty()
                : Optional.of(new StagedRow.Who(
                        lastName,
                        row.getString("first_name"),
                        new BirthDate(row.getInt("birth_year"), row.getInt("birth_month"), row.getInt("birth_day"))));
        String address = row.getString("address");
        return new StagedRow(
                row.getInt("place"),
                inFile,
                Codes.reason(row.getString("reason")),
                Note.of(row.getInt("notes")),
                Optional.ofNullable(row.getObject("child_id", UUID.class)),
                who,
                address == null ? "" : address,
                Optional.ofNullable(row.getObject("counted_birth", LocalDate.class)));
    }
}
