package be.quartier.vouchers.reimbursements;

import be.quartier.commune.Brussels;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.reimbursements.store.LineStore;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the campaigns of the commune of {@link Tenancy} owe their shops and no run holds. */
@Component
public class Claims {

    /** What makes or lowers a debt; the others only say where the money is on its way to the shop. */
    private static final Set<Reason> OWED = EnumSet.of(Reason.SPEND, Reason.REFUND, Reason.UNDO, Reason.CORRECT);

    private final Accounts accounts;
    private final Transfers transfers;
    private final LineStore lines;

    Claims(Accounts accounts, Transfers transfers, LineStore lines) {
        this.accounts = accounts;
        this.transfers = transfers;
        this.lines = lines;
    }

    /** The open claims of a campaign, of every shop that ever took part in it and is owed something or owes. */
    @Transactional(readOnly = true)
    public List<Claim> of(UUID campaign) {
        Map<UUID, Integer> rejected = lines.rejectedAttempts(Tenancy.required(), campaign);
        return accounts.owners(campaign, AccountKind.MERCHANT_PAYABLE).stream()
                .map(merchant -> of(campaign, merchant, rejected.getOrDefault(merchant, 0) + 1))
                .filter(claim -> !claim.items().isEmpty())
                .toList();
    }

    /** The open claim of one shop; without items when there is none. */
    @Transactional(readOnly = true)
    public Claim of(UUID campaign, UUID merchant) {
        int rejected = lines.rejectedAttempts(Tenancy.required(), campaign).getOrDefault(merchant, 0);
        return of(campaign, merchant, rejected + 1);
    }

    /** How many purchases before a day no run holds, at shops that are owed something. */
    @Transactional(readOnly = true)
    public long overdue(UUID campaign, LocalDate before) {
        Map<UUID, UUID> payables = new HashMap<>();
        accounts.owners(campaign, AccountKind.MERCHANT_PAYABLE)
                .forEach(shop -> payables.put(Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, shop), shop));
        Map<UUID, Long> held = lines.purchasesBefore(Tenancy.required(), campaign, before);
        return transfers.countInto(payables.keySet(), Reason.SPEND, Brussels.startOf(before)).entrySet().stream()
                .mapToLong(made -> {
                    UUID shop = Objects.requireNonNull(payables.get(made.getKey()));
                    long left = made.getValue() - held.getOrDefault(shop, 0L);
                    return left > 0 && of(campaign, shop, 1).netCents() > 0 ? left : 0;
                })
                .sum();
    }

    private Claim of(UUID campaign, UUID merchant, int attempt) {
        CommuneId commune = Tenancy.required();
        UUID payable = Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, merchant);
        Set<UUID> claimed = lines.claimed(commune, campaign, merchant);
        List<ClaimItem> items = transfers.history(payable).stream()
                .filter(transfer -> OWED.contains(transfer.reason()))
                .filter(transfer -> !claimed.contains(transfer.id()))
                .map(transfer -> item(transfer, payable))
                .toList();
        return new Claim(merchant, attempt, items);
    }

    private static ClaimItem item(Transfer transfer, UUID payable) {
        long sign = transfer.credit().equals(payable) ? 1 : -1;
        return new ClaimItem(
                transfer.id(),
                transfer.at(),
                Brussels.dateOf(transfer.at()),
                sign * transfer.amountCents(),
                transfer.reason().code());
    }
}
