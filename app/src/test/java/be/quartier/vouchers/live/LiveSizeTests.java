package be.quartier.vouchers.live;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Commune;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.campaigns.OpenedCampaigns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a look takes when a campaign is large; {@code -Dquartier.live.vouchers=100000} measures the full size, ten
 * purchases to each voucher.
 */
@QuartierTest
class LiveSizeTests {

    private static final int VOUCHERS = Integer.getInteger("quartier.live.vouchers", 2_000);
    private static final int LOOKS = 40;

    @Autowired
    TestCommunes communes;

    @Autowired
    OpenedCampaigns opened;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Live live;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Commune commune;
    private UUID campaign;

    @BeforeEach
    void begin() {
        commune = communes.fresh();
        campaign = Tenancy.in(commune.id(), () -> opened.open(100_000_000_00L));
    }

    @Test
    void aLookTakesInWhatCameSinceTheLastAndLosesNothing() {
        fill();
        long first = look();
        var times = new ArrayList<Long>();
        for (int look = 0; look < LOOKS; look++) {
            int from = VOUCHERS * 10 + look * 20;
            run(PURCHASES, Map.of("from", from + 1, "to", from + 20));
            times.add(look());
        }
        Collections.sort(times);
        long p95 = times.get(LOOKS * 95 / 100);
        System.out.printf("live-figures: %d vouchers, first look %d ms, then p95 %d ms%n", VOUCHERS, first, p95);
        var totals = Tenancy.in(
                        commune.id(), () -> live.look(campaigns.find(campaign).orElseThrow()))
                .totals();
        assertThat(totals.purchases()).isEqualTo(VOUCHERS * 10 + LOOKS * 20);
        assertThat(totals.issued()).isEqualTo(VOUCHERS);
    }

    private long look() {
        var began = System.nanoTime();
        Tenancy.run(commune.id(), () -> live.look(campaigns.find(campaign).orElseThrow()));
        return (System.nanoTime() - began) / 1_000_000;
    }

    private void fill() {
        run(IMPORT, Map.of());
        run(HOUSEHOLDS, Map.of("count", VOUCHERS / 2));
        run(CHILDREN, Map.of("count", VOUCHERS));
        run(VOUCHER_ROWS, Map.of("count", VOUCHERS));
        run(SHOPS, Map.of());
        run(ISSUES, Map.of("count", VOUCHERS, "own", Accounts.id(campaign, AccountKind.CAMPAIGN)));
        run(PURCHASES, Map.of("from", 1, "to", VOUCHERS * 10));
    }

    private void run(String sql, Map<String, ?> values) {
        Tenancy.run(
                commune.id(),
                () -> transactions.executeWithoutResult(status -> jdbc.sql(sql)
                        .param("commune", commune.id().value())
                        .param("campaign", campaign)
                        .params(values)
                        .update()));
    }

    private static final String IMPORT = """
            insert into registry_import (commune_id, id, campaign_id, file_name, sha256, scope, state, rows_total,
              work_total, reference, uploaded_by, uploaded_at)
            select :commune, :campaign::uuid, :campaign::uuid, 'x', sha256('x'), 'full', 'done', 0, 0, date '2026-09-01',
              :campaign::uuid, now()
            """;

    private static final String HOUSEHOLDS = """
            insert into registry_household (commune_id, id, campaign_id, household_key, language, street, number, box,
              postcode, town, district, postal_sort, address_protected, created_at)
            select :commune, md5(:campaign || 'h' || n)::uuid, :campaign::uuid, decode(md5('h' || n), 'hex'), 'fr',
              'Rue', n::text, '', '1000', 'Ville', 'District ' || (sqrt(n)::int % 14), n::text, false, now()
            from generate_series(1, :count) n
            """;

    private static final String CHILDREN = """
            insert into registry_child (commune_id, id, campaign_id, household_id, import_id, niss_hash, likeness,
              last_name, first_name, birth_year, birth_month, birth_day, standing, letter_pending, created_at)
            select :commune, md5(:campaign || 'c' || n)::uuid, :campaign::uuid,
              md5(:campaign || 'h' || (n + 1) / 2)::uuid, :campaign::uuid, sha256(n::text::bytea),
              decode(md5('c' || n), 'hex'), 'A', 'B', 2008 + n % 19, 1 + n % 12, 1 + n % 28, 'entitled', false, now()
            from generate_series(1, :count) n
            """;

    private static final String VOUCHER_ROWS = """
            insert into voucher (commune_id, id, campaign_id, child_id, serial, token_hash, code_hash, face_cents,
              issued_at)
            select :commune, md5(:campaign || 'v' || n)::uuid, :campaign::uuid, md5(:campaign || 'c' || n)::uuid, n,
              decode(md5(:campaign || 't' || n), 'hex'), decode(md5(:campaign || 'k' || n), 'hex'), 10000, now()
            from generate_series(1, :count) n
            """;

    private static final String SHOPS = """
            insert into acceptance (commune_id, campaign_id, merchant_id, payable_id, since)
            select :commune, :campaign::uuid, md5(:campaign || 'm' || n)::uuid, md5(:campaign || 'p' || n)::uuid, now()
            from generate_series(0, 29) n
            """;

    private static final String ISSUES = """
            insert into transfer (commune_id, id, book_id, debit_id, credit_id, amount_cents, reason, at, actor_kind,
              guarded_after_cents, request_hash)
            select :commune, md5(:campaign || 'i' || n)::uuid, :campaign::uuid, :own,
              md5(:campaign || 'v' || n)::uuid, 10000, 'issue', now(), 'system', 10000, sha256('x')
            from generate_series(1, :count) n
            """;

    private static final String PURCHASES = """
            insert into transfer (commune_id, id, book_id, debit_id, credit_id, amount_cents, reason, at, actor_kind,
              actor_id, guarded_after_cents, request_hash)
            select :commune, md5(:campaign || 's' || n)::uuid, :campaign::uuid,
              md5(:campaign || 'v' || (1 + (n::bigint * 7919) % (select max(serial) from voucher
                where commune_id = :commune and campaign_id = :campaign::uuid)))::uuid,
              md5(:campaign || 'p' || n % 30)::uuid, 100 + n % 900, 'spend',
              now() - (n % 100) * interval '1 day', 'till', :campaign::uuid, 0, sha256('x')
            from generate_series(:from, :to) n
            """;
}
