package be.quartier.vouchers.letters;

import be.quartier.commune.Brussels;
import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Actor;
import be.quartier.testing.Fixture;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.CampaignBook;
import be.quartier.vouchers.IssueOutcome;
import be.quartier.vouchers.OpenCampaignRow;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.Vouchers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh commune with an open campaign, where households move in and their children get vouchers. */
@Fixture
public class LetterTown {

    private final TestCommunes communes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CampaignBook book;
    private final Vouchers vouchers;
    private final Clock clock;

    LetterTown(
            TestCommunes communes,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            CampaignBook book,
            Vouchers vouchers,
            Clock clock) {
        this.communes = communes;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.book = book;
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /** One commune with one campaign. */
    public final class Town {

        public final Commune commune = communes.fresh();
        public final UUID campaign = UUID.randomUUID();
        public final UUID clerk = UUID.randomUUID();
        private final UUID registry = UUID.randomUUID();
        private int households;

        public <T> T in(Supplier<T> work) {
            return Tenancy.in(commune.id(), work);
        }

        /** A household of children called by these first names, and their vouchers. */
        public List<Voucher> household(String language, String street, String number, boolean hidden, String... names) {
            UUID household = UUID.randomUUID();
            households++;
            sql(
                    """
                    insert into registry_household (commune_id, id, campaign_id, household_key, language, street, number,
                      box, postcode, town, district, postal_sort, address_protected, created_at)
                    values (:commune, :household, :campaign, decode(md5(:household::text), 'hex'), :language, :street,
                      :number, '', '9999', 'Bourg', 'Centre', :sort, :hidden, now())
                    """,
                    Map.of(
                            "household", household,
                            "language", language,
                            "street", street,
                            "number", number,
                            "sort", street + String.format("%05d", Integer.parseInt(number)),
                            "hidden", hidden));
            List<UUID> children = new ArrayList<>();
            for (int i = 0; i < names.length; i++) {
                UUID child = UUID.randomUUID();
                children.add(child);
                sql(
                        """
                        insert into registry_child (commune_id, id, campaign_id, household_id, import_id, niss_hash,
                          likeness, last_name, first_name, birth_year, birth_month, birth_day, standing, letter_pending,
                          created_at)
                        values (:commune, :child, :campaign, :household, :import,
                          decode(md5(:child::text) || md5(:child::text), 'hex'), decode(md5(:child::text), 'hex'),
                          :last, :first, :year, 1, 1, 'entitled', true, now())
                        """,
                        Map.of(
                                "child",
                                child,
                                "household",
                                household,
                                "import",
                                registry,
                                "last",
                                "Durand" + households,
                                "first",
                                names[i],
                                "year",
                                2010 + i));
            }
            return in(() -> ((IssueOutcome.Issued) vouchers.issue(campaign, children, Actor.SYSTEM)).vouchers());
        }

        public UUID householdOf(Voucher voucher) {
            return in(() -> transactions.execute(_ -> jdbc.sql("select household_id from registry_child where id = :id")
                    .param("id", voucher.child().orElseThrow())
                    .query(UUID.class)
                    .single()));
        }

        private void sql(String sql, Map<String, ?> values) {
            Tenancy.run(
                    commune.id(),
                    () -> transactions.executeWithoutResult(_ -> jdbc.sql(sql)
                            .param("commune", commune.id().value())
                            .param("campaign", campaign)
                            .params(values)
                            .update()));
        }
    }

    /** A town without households yet. */
    public Town open() {
        Town town = new Town();
        LocalDate today = Brussels.today(clock);
        var row = new OpenCampaignRow(town.campaign, 1_000_000_00, 100_00, today.minusDays(3), today.plusDays(90));
        Tenancy.run(town.commune.id(), () -> row.write(jdbc, transactions, book));
        town.sql("""
                insert into registry_import (commune_id, id, campaign_id, file_name, sha256, scope, state, rows_total,
                  work_total, reference, uploaded_by, uploaded_at)
                values (:commune, :import, :campaign, 'x.csv', decode(repeat('00', 32), 'hex'), 'full', 'done', 0, 0, :day,
                  :clerk, now())
                """, Map.of("import", town.registry, "day", today, "clerk", town.clerk));
        return town;
    }
}
