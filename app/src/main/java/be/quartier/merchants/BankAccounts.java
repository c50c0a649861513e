package be.quartier.merchants;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.store.AccountStore;
import be.quartier.money.Iban;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts that the merchants of the commune of {@link Tenancy} are paid on.
 *
 * <p>Invariant: a changed account counts only when somebody else than who asked for it approved it, and not before
 * {@link #COOLING} has passed, so that the merchant, warned by mail, can stop a theft.
 */
@Service
public class BankAccounts {

    /** Time between the wish for another account and the first payment on it. */
    public static final Duration COOLING = Duration.ofDays(2);

    private final AccountStore store;
    private final Ids ids;
    private final InstantSource clock;

    BankAccounts(AccountStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account a merchant is paid on now; empty until the commune accepted the merchant. */
    @Transactional(readOnly = true)
    public Optional<BankAccount> current(UUID merchant) {
        return store.at(Tenancy.required(), merchant, clock.instant());
    }

    /** Every account the merchant ever asked for, newest first. */
    @Transactional(readOnly = true)
    public List<BankAccount> history(UUID merchant) {
        return store.history(Tenancy.required(), merchant);
    }

    /** Asks for another account; call only after the person proved again who they are. */
    @Transactional
    public AccountRequested request(UUID merchant, Iban iban, String holder, UUID by) {
        CommuneId commune = Tenancy.required();
        Instant now = clock.instant();
        Optional<BankAccount> current = store.at(commune, merchant, now);
        if (current.filter(account ->
                        account.iban().equals(iban) && account.holder().equals(holder))
                .isPresent()) {
            return new AccountRequested.Unchanged();
        }
        BankAccount wanted = wanted(iban, holder, Optional.of(by), now, now.plus(COOLING));
        return store.add(commune, merchant, wanted)
                ? new AccountRequested.Waiting(wanted)
                : new AccountRequested.AnotherWaits();
    }

    /** Merchants whose wish for another account waits for a second person, oldest wish first. */
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return store.waiting(Tenancy.required());
    }

    /** Approves a wish of this merchant; false when it does not wait any more, or when {@code by} asked for it. */
    @Transactional
    public boolean approve(UUID merchant, UUID account, UUID by, PayeeCheck check) {
        CommuneId commune = Tenancy.required();
        return store.find(commune, merchant, account).isPresent()
                && store.approve(commune, account, clock.instant(), Optional.of(by), check.code());
    }

    /** Withdraws or turns down a wish of this merchant; false when that account counts already or the wish was ended. */
    @Transactional
    public boolean end(UUID merchant, UUID account, UUID by, String reason) {
        CommuneId commune = Tenancy.required();
        return store.find(commune, merchant, account).isPresent()
                && store.end(commune, account, clock.instant(), Optional.of(by), reason);
    }

    /** Keeps the account given with an application: it cools no longer than the commune takes to answer. */
    void first(UUID merchant, Iban iban, String holder, Optional<UUID> by) {
        Instant now = clock.instant();
        store.add(Tenancy.required(), merchant, wanted(iban, holder, by, now, now));
    }

    /** The commune's acceptance of a merchant approves the account given with the application. */
    void approveFirst(UUID merchant, Optional<UUID> by) {
        CommuneId commune = Tenancy.required();
        List<BankAccount> history = store.history(commune, merchant);
        if (history.size() == 1 && history.getFirst().waiting()) {
            store.approve(commune, history.getFirst().id(), clock.instant(), by, PayeeCheck.NOT_CHECKED.code());
        }
    }

    private BankAccount wanted(Iban iban, String holder, Optional<UUID> by, Instant now, Instant coolingUntil) {
        return new BankAccount(
                ids.uuid(), iban, holder, now, by, coolingUntil, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
