package be.quartier.merchants;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.installation.Ids;
import be.quartier.merchants.store.ContractStore;
import be.quartier.merchants.store.EstablishmentStore;
import be.quartier.merchants.store.MerchantStore;
import be.quartier.money.Bce;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchants of the commune of {@link Tenancy}. */
@Service
public class Merchants {

    private final MerchantStore store;
    private final EstablishmentStore establishments;
    private final ContractStore contracts;
    private final Trades trades;
    private final BankAccounts accounts;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final InstantSource clock;

    Merchants(
            MerchantStore store,
            EstablishmentStore establishments,
            ContractStore contracts,
            Trades trades,
            BankAccounts accounts,
            ApplicationEventPublisher events,
            Ids ids,
            InstantSource clock) {
        this.store = store;
        this.establishments = establishments;
        this.contracts = contracts;
        this.trades = trades;
        this.accounts = accounts;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** One merchant, whatever its state. */
    @Transactional(readOnly = true)
    public Optional<Merchant> find(UUID merchant) {
        return store.find(Tenancy.required(), merchant);
    }

    /** The merchant of an enterprise that waits or takes part; a refused one is not found. */
    @Transactional(readOnly = true)
    public Optional<Merchant> byBce(Bce bce) {
        return store.byBce(Tenancy.required(), bce);
    }

    /** Those who take part, by name. */
    @Transactional(readOnly = true)
    public List<Merchant> accepted() {
        return in(MerchantState.ACCEPTED);
    }

    /** The names of those of these merchants that take part. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> merchants) {
        return store.names(Tenancy.required(), merchants);
    }

    /** Those in one state, by name. */
    @Transactional(readOnly = true)
    public List<Merchant> in(MerchantState state) {
        return store.in(Tenancy.required(), state);
    }

    /**
     * Takes an application: the merchant then waits for {@link #accept} or {@link #refuse}. Its account is kept and counts from
     * the acceptance on; the contract's acceptance is kept with its version.
     *
     * @param by the person who applied, when signed in
     */
    @Transactional
    public Applied apply(Application application, Optional<UUID> by) {
        CommuneId commune = Tenancy.required();
        if (!application.contractVersion().equals(Contract.VERSION)) {
            return new Applied.ContractChanged(Contract.VERSION);
        }
        if (trades.all().stream().noneMatch(trade -> trade.code().equals(application.trade()))) {
            return new Applied.UnknownTrade(application.trade());
        }
        UUID merchant = ids.uuid();
        Instant now = clock.instant();
        if (!store.add(commune, merchant, application.newcomer(), now, by)) {
            Merchant known = store.byBce(commune, application.bce()).orElseThrow();
            return new Applied.AlreadyKnown(known.id(), known.state());
        }
        UUID shop = ids.uuid();
        establishments.add(commune, merchant, shop, application.place(), "");
        establishments.hours(commune, shop, application.hours());
        accounts.first(merchant, application.iban(), application.accountHolder(), by);
        contracts.add(
                commune,
                ids.uuid(),
                merchant,
                application.contractVersion(),
                application.language(),
                now,
                application.contactName());
        return new Applied.Waiting(merchant);
    }

    /**
     * Lets an enterprise take part on the town hall's word: one that is not known becomes a merchant, one that waits is accepted.
     * It takes vouchers once it has accepted the contract, see {@link #sign}.
     */
    @Transactional
    public Enlisted enlist(Newcomer newcomer, Optional<UUID> by) {
        CommuneId commune = Tenancy.required();
        trades.all();
        UUID merchant = ids.uuid();
        if (store.add(commune, merchant, newcomer, clock.instant(), Optional.empty())) {
            establishments.add(commune, merchant, ids.uuid(), newcomer.place(), "");
        }
        Merchant known = store.byBce(commune, newcomer.bce()).orElseThrow();
        return switch (known.state()) {
            case APPLIED -> {
                accept(known.id(), by);
                yield new Enlisted.TakesPart(find(known.id()).orElseThrow());
            }
            case ACCEPTED -> new Enlisted.TakesPart(known);
            case SUSPENDED, REFUSED -> new Enlisted.Barred(known);
        };
    }

    /** Whether a merchant accepted the contract: without it, it takes no vouchers. */
    @Transactional(readOnly = true)
    public boolean bound(UUID merchant) {
        return contracts.binds(Tenancy.required(), merchant);
    }

    /** The merchants that accepted the contract. */
    @Transactional(readOnly = true)
    public Set<UUID> bound() {
        return contracts.bound(Tenancy.required());
    }

    /**
     * A merchant that takes part accepts the contract, and takes vouchers from now on; false when it accepted this version before.
     *
     * @param name under which it is accepted
     */
    @Transactional
    public boolean sign(UUID merchant, Language language, String name) {
        CommuneId commune = Tenancy.required();
        boolean signed =
                contracts.add(commune, ids.uuid(), merchant, Contract.VERSION, language, clock.instant(), name);
        if (signed && find(merchant).filter(Merchant::accepted).isPresent()) {
            events.publishEvent(new MerchantDecided(commune, merchant, MerchantState.ACCEPTED));
        }
        return signed;
    }

    /** Lets a waiting or suspended merchant take part; its first account counts from now on. */
    @Transactional
    public Decided accept(UUID merchant, Optional<UUID> by) {
        Decided decided = decide(
                merchant,
                List.of(MerchantState.APPLIED, MerchantState.SUSPENDED),
                MerchantState.ACCEPTED,
                by,
                Optional.empty());
        if (decided instanceof Decided.Done) {
            accounts.approveFirst(merchant, by);
        }
        return decided;
    }

    /** Turns a waiting merchant down, with the reason it is told. */
    @Transactional
    public Decided refuse(UUID merchant, Optional<UUID> by, String reason) {
        return decide(merchant, List.of(MerchantState.APPLIED), MerchantState.REFUSED, by, Optional.of(reason));
    }

    /** Stops a merchant from taking part, with the reason it is told; what it is owed stays owed. */
    @Transactional
    public Decided suspend(UUID merchant, Optional<UUID> by, String reason) {
        return decide(merchant, List.of(MerchantState.ACCEPTED), MerchantState.SUSPENDED, by, Optional.of(reason));
    }

    /** Puts a shop of this merchant on the map; false when it has no such shop. */
    @Transactional
    public boolean locate(UUID merchant, UUID establishment, Position position) {
        return establishments.place(Tenancy.required(), merchant, establishment, position);
    }

    private Decided decide(
            UUID merchant, List<MerchantState> from, MerchantState to, Optional<UUID> by, Optional<String> reason) {
        CommuneId commune = Tenancy.required();
        boolean done =
                store.decide(commune, merchant, from, to, new MerchantStore.Decision(clock.instant(), by, reason));
        if (done) {
            events.publishEvent(new MerchantDecided(commune, merchant, to));
        }
        return store.find(commune, merchant)
                .<Decided>map(now -> done ? new Decided.Done(now) : new Decided.NotPossible(now.state()))
                .orElseGet(Decided.Unknown::new);
    }
}
