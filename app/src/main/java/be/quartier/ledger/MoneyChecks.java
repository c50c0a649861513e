package be.quartier.ledger;

import be.quartier.commune.Commune;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The invariants of money, each one statement whose rows are its faults. */
final class MoneyChecks {

    private static final int FAULTS_MAX = 20;

    /** Credits less debits of each account that a transfer names. */
    private static final String SUMS = """
            with sums as (
              select id, sum(cents) as cents
              from (
                select credit_id as id, amount_cents as cents from transfer where commune_id = :commune
                union all
                select debit_id, -amount_cents from transfer where commune_id = :commune
              ) moves
              group by id
            )
            """;

    private static final String EVERY_ACCOUNT_EXISTS = """
            select 'transfer ' || t.id || ' names an account that is not in its book'
            from transfer t
            left join account d on d.commune_id = t.commune_id and d.id = t.debit_id and d.book_id = t.book_id
            left join account c on c.commune_id = t.commune_id and c.id = t.credit_id and c.book_id = t.book_id
            where t.commune_id = :commune and (d.id is null or c.id is null)
            union all
            select 'all accounts together hold ' || total || ' cents instead of 0'
            from (
              select coalesce(sum(coalesce(a.balance_cents, s.cents, 0)), 0) as total
              from account a
              left join sums s on s.id = a.id
              where a.commune_id = :commune
            ) everything
            where total <> 0
            """;

    private static final String GUARDED_BALANCES = """
            select 'voucher account ' || a.id || ' holds ' || a.balance_cents || ' cents, its transfers make '
              || coalesce(s.cents, 0)
            from account a
            left join sums s on s.id = a.id
            where a.commune_id = :commune and a.balance_cents is not null
              and a.balance_cents <> coalesce(s.cents, 0)
            """;

    private static final String NO_NEGATIVE = """
            select a.kind || ' account ' || a.id || ' is below zero: ' || s.cents || ' cents'
            from account a
            join sums s on s.id = a.id
            where a.commune_id = :commune and s.cents < 0 and a.kind in ('campaign', 'voucher', 'held', 'in-bank-file', 'paid')
            """;

    private static final String TREE_EQUALS_BUDGET = """
            select 'book ' || book_id || ': the council voted ' || voted || ' cents, its accounts hold ' || held
            from (
              select a.book_id,
                coalesce(-sum(s.cents) filter (where a.kind = 'budget'), 0) as voted,
                coalesce(sum(coalesce(a.balance_cents, s.cents, 0)) filter (where a.kind <> 'budget'), 0) as held
              from account a
              left join sums s on s.id = a.id
              where a.commune_id = :commune
              group by a.book_id
            ) books
            where voted <> held
            """;

    private static final String ISSUED_IS_ACCOUNTED_FOR = """
            select 'book ' || m.book_id || ': issued ' || m.issued || ' and given back ' || m.refunded
              || ' cents, but spent ' || m.spent || ', held ' || m.held || ', ended ' || m.ended
              || ' and left ' || coalesce(r.rest, 0)
            from (
              select t.book_id,
                coalesce(sum(t.amount_cents) filter (where t.reason = 'issue'), 0) as issued,
                coalesce(sum(t.amount_cents) filter (
                  where t.reason in ('refund', 'undo') and c.id is null), 0) as refunded,
                coalesce(sum(t.amount_cents) filter (where t.reason = 'hold'), 0)
                  - coalesce(sum(t.amount_cents) filter (where t.reason = 'release' and c.id is null), 0) as held,
                coalesce(sum(t.amount_cents) filter (where t.reason = 'spend'), 0) as spent,
                coalesce(sum(t.amount_cents) filter (where t.reason in ('expire', 'cancel')), 0) as ended
              from transfer t
              left join account c on c.commune_id = t.commune_id and c.id = t.credit_id and c.kind = 'campaign'
              where t.commune_id = :commune
              group by t.book_id
            ) m
            left join (
              select book_id, sum(balance_cents) as rest
              from account
              where commune_id = :commune and balance_cents is not null
              group by book_id
            ) r on r.book_id = m.book_id
            where m.issued + m.refunded <> m.spent + m.held + m.ended + coalesce(r.rest, 0)
            """;

    private static final String REIMBURSED_AT_MOST_SPENT = """
            select 'book ' || book_id || ': claimed ' || claimed || ' and paid ' || paid || ' cents of ' || spent || ' spent'
            from (
              select book_id,
                coalesce(sum(amount_cents) filter (where reason = 'spend'), 0) as spent,
                coalesce(sum(amount_cents) filter (where reason = 'claim'), 0)
                  - coalesce(sum(amount_cents) filter (where reason = 'return'), 0) as claimed,
                coalesce(sum(amount_cents) filter (where reason = 'pay'), 0) as paid
              from transfer
              where commune_id = :commune
              group by book_id
            ) books
            where claimed > spent or paid > spent
            """;

    private static final String REFUNDED_AT_MOST_TAKEN = """
            select 'transfer ' || r.origin_id || ' was given back more than it took'
            from (
              select origin_id, sum(amount_cents) as cents
              from transfer
              where commune_id = :commune and reason in ('refund', 'undo')
              group by origin_id
            ) r
            left join transfer o on o.commune_id = :commune and o.id = r.origin_id and o.reason = 'spend'
            where o.id is null or r.cents > o.amount_cents
            """;

    private static final String RELEASED_AT_MOST_HELD = """
            select 'hold ' || r.origin_id || ' was released for more than it held'
            from (
              select origin_id, sum(amount_cents) as cents
              from transfer
              where commune_id = :commune and reason = 'release'
              group by origin_id
            ) r
            left join transfer o on o.commune_id = :commune and o.id = r.origin_id and o.reason = 'hold'
            where o.id is null or r.cents > o.amount_cents
            """;

    private MoneyChecks() {}

    /** All of them. */
    static List<AuditCheck> all(JdbcClient jdbc) {
        return List.of(
                new OneStatement("accounts-sum-to-zero", EVERY_ACCOUNT_EXISTS, jdbc),
                new OneStatement("balances-equal-transfers", GUARDED_BALANCES, jdbc),
                new OneStatement("nothing-below-zero", NO_NEGATIVE, jdbc),
                new OneStatement("budget-equals-account-tree", TREE_EQUALS_BUDGET, jdbc),
                new OneStatement("issued-equals-spent-left-ended", ISSUED_IS_ACCOUNTED_FOR, jdbc),
                new OneStatement("reimbursed-at-most-spent", REIMBURSED_AT_MOST_SPENT, jdbc),
                new OneStatement("refunded-at-most-taken", REFUNDED_AT_MOST_TAKEN, jdbc),
                new OneStatement("released-at-most-held", RELEASED_AT_MOST_HELD, jdbc));
    }

    private record OneStatement(String name, String sql, JdbcClient jdbc) implements AuditCheck {

        @Override
        public List<String> faults(Commune commune, Depth depth) {
            return jdbc.sql(SUMS + "select * from (" + sql + ") faults limit " + FAULTS_MAX)
                    .param("commune", commune.id().value())
                    .query((row, number) -> row.getString(1))
                    .list();
        }
    }
}
