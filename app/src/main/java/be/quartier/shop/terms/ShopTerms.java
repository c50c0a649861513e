package be.quartier.shop.terms;

import be.quartier.commune.Tenancy;
import be.quartier.merchants.BankAccounts;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.shop.Modality;
import be.quartier.shop.payments.PaymentKeys;
import be.quartier.shop.terms.Requirement.Check;
import be.quartier.vouchers.Acceptances;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The terms on which the merchants of the commune of {@link Tenancy} sell in the shared shop. */
@Component
@Transactional
public class ShopTerms {

    private final TermsRows rows;
    private final Merchants merchants;
    private final BankAccounts accounts;
    private final Acceptances acceptances;
    private final PaymentKeys keys;
    private final AuditTrail audit;
    private final InstantSource clock;

    ShopTerms(
            JdbcClient jdbc,
            Merchants merchants,
            BankAccounts accounts,
            Acceptances acceptances,
            PaymentKeys keys,
            AuditTrail audit,
            InstantSource clock) {
        this.rows = new TermsRows(jdbc);
        this.merchants = merchants;
        this.accounts = accounts;
        this.acceptances = acceptances;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** A merchant's terms; empty when it never saved any. */
    @Transactional(readOnly = true)
    public Optional<Terms> of(UUID merchant) {
        return Optional.ofNullable(of(List.of(merchant)).get(merchant));
    }

    /** The terms of these merchants, whether their fronts are open or not; those without terms are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Terms> of(Collection<UUID> wanted) {
        return wanted.isEmpty() ? Map.of() : rows.of(Tenancy.required().value(), wanted);
    }

    /** The terms of every merchant that takes part and whose front is open, by the merchants' names. */
    @Transactional(readOnly = true)
    public Map<UUID, Terms> published() {
        Map<UUID, Terms> open = rows.published(Tenancy.required().value());
        Map<UUID, Terms> sorted = new LinkedHashMap<>();
        merchants.accepted().forEach(merchant -> {
            Terms terms = open.get(merchant.id());
            if (terms != null) {
                sorted.put(merchant.id(), terms);
            }
        });
        return sorted;
    }

    /** The ways to pay a merchant that work now, in its order: an account may have ended since, or a campaign. */
    @Transactional(readOnly = true)
    public List<PaymentWay> payable(UUID merchant) {
        return of(merchant).map(this::working).orElse(List.of());
    }

    /** Saves terms; whether the front is open stays as it is. */
    public TermsSaved save(Terms wanted, Actor by) {
        Map<Modality, Lack> lacking = new EnumMap<>(Modality.class);
        wanted.ways().forEach(way -> lack(wanted, way).ifPresent(lack -> lacking.put(way.modality(), lack)));
        if (!lacking.isEmpty()) {
            return new TermsSaved.Refused(lacking);
        }
        int commune = Tenancy.required().value();
        if (wanted.ways().isEmpty() && rows.lockedAndPublished(commune, wanted.merchant())) {
            return new TermsSaved.NoWay();
        }
        Optional<Terms> before = of(wanted.merchant());
        rows.put(commune, wanted, clock.instant());
        Terms now = of(wanted.merchant()).orElseThrow();
        if (!before.equals(Optional.of(now))) {
            audit.record(by, "shop.terms-changed", "merchant:" + wanted.merchant());
        }
        return new TermsSaved.Done(now);
    }

    /** What a merchant's front needs and has, in the order it is best done. */
    @Transactional(readOnly = true)
    public List<Check> checklist(UUID merchant) {
        Optional<Terms> terms = of(merchant);
        Optional<Merchant> known = merchants.find(merchant);
        boolean hours = terms.filter(Terms::pickup).isEmpty()
                || known.stream()
                        .flatMap(one -> one.establishments().stream())
                        .anyMatch(shop -> shop.hours().known());
        return List.of(
                new Check(
                        Requirement.TAKES_PART, known.filter(Merchant::accepted).isPresent()),
                new Check(Requirement.TERMS, terms.isPresent()),
                new Check(Requirement.PAYMENT, !payable(merchant).isEmpty()),
                new Check(Requirement.HOURS, hours),
                new Check(Requirement.PRODUCTS, rows.hasGoods(Tenancy.required().value(), merchant)),
                new Check(
                        Requirement.STORY,
                        terms.filter(one -> !one.story().isBlank()).isPresent()));
    }

    /** Opens a front; gives what is in the way, nothing when it is open now or was before. */
    public List<Requirement> publish(UUID merchant, Actor by) {
        int commune = Tenancy.required().value();
        rows.lockedAndPublished(commune, merchant);
        List<Requirement> missing = checklist(merchant).stream()
                .filter(Check::inTheWay)
                .map(Check::what)
                .toList();
        if (missing.isEmpty() && rows.open(commune, merchant, clock.instant())) {
            audit.record(by, "shop.front-opened", "merchant:" + merchant);
        }
        return missing;
    }

    /** Closes a front; false when it was closed. Orders placed before go on. */
    public boolean withdraw(UUID merchant, Actor by) {
        boolean closed = rows.close(Tenancy.required().value(), merchant, clock.instant());
        if (closed) {
            audit.record(by, "shop.front-closed", "merchant:" + merchant);
        }
        return closed;
    }

    private List<PaymentWay> working(Terms terms) {
        return terms.ways().stream().filter(way -> lack(terms, way).isEmpty()).toList();
    }

    /** What a way to pay lacks in order to work under these terms. */
    private Optional<Lack> lack(Terms terms, PaymentWay way) {
        return switch (way.modality()) {
            case TRANSFER -> unless(accounts.current(terms.merchant()).isPresent(), Lack.ACCOUNT);
            case VOUCHER -> unless(!acceptances.campaignsOf(terms.merchant()).isEmpty(), Lack.VOUCHERS);
            case AT_PICKUP -> unless(terms.pickup(), Lack.PICKUP);
            case AT_DOOR -> unless(terms.delivery(), Lack.DELIVERY);
            case LINK -> unless(PaymentWay.isAddress(way.detail()), Lack.ADDRESS);
            case ONLINE -> unless(keys.works(terms.merchant()), Lack.PROVIDER);
        };
    }

    private static Optional<Lack> unless(boolean met, Lack lack) {
        return met ? Optional.empty() : Optional.of(lack);
    }
}
