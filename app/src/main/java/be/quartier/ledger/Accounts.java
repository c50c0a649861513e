package be.quartier.ledger;

import be.quartier.commune.Tenancy;
import be.quartier.ledger.store.AccountRows;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the current commune. Each verb joins the caller's transaction or makes its own. */
@Component("ledgerAccounts")
@Transactional
public class Accounts {

    private final AccountRows rows;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.rows = new AccountRows(jdbc);
        this.clock = clock;
    }

    /** The id of an account of a book that has no owner: its budget, its campaign. */
    public static UUID id(UUID book, AccountKind kind) {
        return NameUuid.of("account", book, kind.code());
    }

    /** The id of one owner's account in a book, for example a merchant's payable; a voucher's is the voucher's own id. */
    public static UUID id(UUID book, AccountKind kind, UUID owner) {
        return kind == AccountKind.VOUCHER ? owner : NameUuid.of("account", book, kind.code(), owner);
    }

    /** Opens an account without owner, if it is not open yet, and gives its id. */
    public UUID open(UUID book, AccountKind kind) {
        UUID id = id(book, kind);
        rows.open(commune(), id, book, kind, Optional.empty(), clock.instant());
        return id;
    }

    /** Opens an owner's account, if it is not open yet, and gives its id. */
    public UUID open(UUID book, AccountKind kind, UUID owner) {
        if (kind == AccountKind.VOUCHER) {
            throw new IllegalArgumentException("A voucher's account is opened by Transfers.issue");
        }
        UUID id = id(book, kind, owner);
        rows.open(commune(), id, book, kind, Optional.of(owner), clock.instant());
        return id;
    }

    /** Those who have an account of this kind in a book, in the order of their ids; not for vouchers. */
    @Transactional(readOnly = true)
    public List<UUID> owners(UUID book, AccountKind kind) {
        return rows.owners(commune(), book, kind);
    }

    /** Whose account this is; empty for one without owner, or unknown. */
    @Transactional(readOnly = true)
    public Optional<UUID> owner(UUID account) {
        return rows.owner(commune(), account);
    }

    /** Credits less debits of an account, over all its transfers; in cents, negative for a budget. */
    @Transactional(readOnly = true)
    public long balanceCents(UUID account) {
        return rows.sum(commune(), account);
    }

    /** Credits less debits of all accounts of these kinds in a book, vouchers' excepted. */
    @Transactional(readOnly = true)
    public long sumCents(UUID book, Set<AccountKind> kinds) {
        return rows.sumOfKinds(commune(), book, kinds);
    }

    /** A voucher's account as it is now. */
    @Transactional(readOnly = true)
    public Optional<GuardedAccount> guarded(UUID account) {
        return Optional.ofNullable(guarded(List.of(account)).get(account));
    }

    /** Vouchers' accounts as they are now, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, GuardedAccount> guarded(Collection<UUID> accounts) {
        return rows.guarded(commune(), accounts);
    }

    /** Locks vouchers' accounts until the end of the caller's transaction, always in the order of their ids. */
    public List<GuardedAccount> lock(Collection<UUID> accounts) {
        return rows.lock(commune(), accounts);
    }

    /** Makes every posting that was prepared before this fail, because what the owner may do has changed. */
    public void restamp(Collection<UUID> accounts) {
        rows.restamp(commune(), accounts);
    }

    private static int commune() {
        return Tenancy.required().value();
    }
}
