package be.quartier.vouchers.family;

import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.paper.PartnerShop;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.VoucherDesk;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.family.FamilyVoucher.Look;
import be.quartier.vouchers.family.FamilyVoucher.Use;
import be.quartier.vouchers.family.store.FamilyRows;
import be.quartier.vouchers.letters.LetterPress;
import be.quartier.vouchers.letters.LetterWords;
import be.quartier.vouchers.live.HouseholdViews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the holder of a voucher's code may know and do, in the current commune. */
@Component
@Transactional
class FamilyDesk {

    private static final int USES_MAX = 200;
    private static final int SHOPS_SHOWN = 12;

    private final FamilyRows rows;
    private final Vouchers vouchers;
    private final VoucherDesk desk;
    private final Accounts accounts;
    private final Transfers transfers;
    private final Merchants merchants;
    private final Campaigns campaigns;
    private final LetterWords words;
    private final HouseholdViews views;

    FamilyDesk(
            JdbcClient jdbc,
            Vouchers vouchers,
            VoucherDesk desk,
            Accounts accounts,
            Transfers transfers,
            Merchants merchants,
            Campaigns campaigns,
            LetterWords words,
            HouseholdViews views) {
        this.rows = new FamilyRows(jdbc);
        this.vouchers = vouchers;
        this.desk = desk;
        this.accounts = accounts;
        this.transfers = transfers;
        this.merchants = merchants;
        this.campaigns = campaigns;
        this.words = words;
        this.views = views;
    }

    /** The voucher of a code with all the family sees, in this language; empty for a wrong or replaced code. */
    Optional<FamilyVoucher> show(VoucherCode code, Language language) {
        return vouchers.find(code).map(voucher -> show(voucher, language));
    }

    /** The language of the household a code belongs to. */
    @Transactional(readOnly = true)
    Optional<Language> language(VoucherCode code) {
        return vouchers.find(code).flatMap(this::child).map(FamilyRows.Child::language);
    }

    /** Whether a code was replaced by a newer one. */
    @Transactional(readOnly = true)
    boolean replaced(VoucherCode code) {
        return vouchers.replaced(code);
    }

    /** Whether a code names a voucher. */
    @Transactional(readOnly = true)
    boolean known(VoucherCode code) {
        return vouchers.find(code).isPresent() || vouchers.replaced(code);
    }

    /** Blocks the voucher of a code when the printed code is confirmed; whether it is blocked now. */
    boolean lost(VoucherCode code, VoucherCode confirmed, String reason) {
        Optional<Voucher> voucher = vouchers.find(code);
        boolean same = voucher.isPresent()
                && confirmed instanceof VoucherCode.Typed typed
                && typed.equals(vouchers.typed(voucher.get()));
        if (same && voucher.get().state() == Voucher.State.ACTIVE) {
            desk.block(voucher.get().id(), reason, Actor.SYSTEM);
        }
        return same;
    }

    private FamilyVoucher show(Voucher voucher, Language language) {
        Optional<FamilyRows.Child> child = child(voucher);
        List<String> trades = campaigns
                .find(voucher.campaign())
                .map(campaign -> campaign.terms().spending().trades())
                .orElse(List.of());
        List<PartnerShop> shops = new ArrayList<>(words.shops(trades, language));
        child.ifPresent(known ->
                shops.sort(Comparator.comparingInt(shop -> shop.district().startsWith(known.postcode()) ? 0 : 1)));
        return new FamilyVoucher(
                voucher,
                child.map(known -> LetterPress.bearer(known.firstName(), known.lastName()))
                        .orElse(""),
                child.map(FamilyRows.Child::language),
                accounts.balanceCents(voucher.id()),
                uses(voucher),
                shops.stream().limit(SHOPS_SHOWN).toList(),
                shops.size(),
                child.map(known -> looks(known.household())).orElse(List.of()));
    }

    private List<Look> looks(UUID household) {
        return views.of(household).stream()
                .map(view -> new Look(view.at(), view.reason()))
                .toList();
    }

    private List<Use> uses(Voucher voucher) {
        Map<UUID, UUID> owners = rows.merchants(Tenancy.required().value(), voucher.campaign());
        Map<UUID, String> names = new LinkedHashMap<>();
        Map<String, Use> grouped = new LinkedHashMap<>();
        for (Transfer transfer : transfers.ofAccount(voucher.id(), USES_MAX)) {
            long cents = cents(transfer);
            if (cents == 0) {
                continue;
            }
            boolean reserved = transfer.reason() == Reason.HOLD;
            UUID account = cents > 0 ? transfer.credit() : transfer.debit();
            UUID merchant = reserved ? accounts.owner(account).orElse(account) : owners.getOrDefault(account, account);
            String shop = names.computeIfAbsent(
                    merchant, id -> merchants.find(id).map(Merchant::name).orElse("–"));
            var use = new Use(Brussels.dateOf(transfer.at()), shop, cents, reserved);
            grouped.merge(
                    use.day() + "|" + merchant + "|" + (cents < 0) + "|" + reserved,
                    use,
                    (a, b) -> new Use(a.day(), a.shop(), a.cents() + b.cents(), a.reserved()));
        }
        return grouped.values().stream()
                .sorted(Comparator.comparing(Use::day).reversed())
                .toList();
    }

    // What was captured of a hold is a spend of its own; what was released is nothing to tell any more.
    private long cents(Transfer transfer) {
        return switch (transfer.reason()) {
            case HOLD -> transfer.amountCents() - transfers.releasedCents(transfer.id());
            case SPEND -> transfer.amountCents();
            case REFUND, UNDO -> -transfer.amountCents();
            case FUND, ISSUE, RELEASE, EXPIRE, CANCEL, CLAIM, PAY, RETURN, CORRECT -> 0;
        };
    }

    private Optional<FamilyRows.Child> child(Voucher voucher) {
        return voucher.child().flatMap(child -> rows.child(Tenancy.required().value(), child));
    }
}
