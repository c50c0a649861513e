package be.quartier.vouchers.till;

import be.quartier.commune.Brussels;
import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.Actor;
import be.quartier.ledger.Reason;
import be.quartier.ledger.Transfer;
import be.quartier.ledger.Transfers;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.Receipt;
import be.quartier.vouchers.Refunds;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a shop took with vouchers, as its tills show it. */
@Component
public class TillSales {

    private static final int LINES_MAX = 1_000;

    private final Transfers transfers;
    private final Acceptances acceptances;
    private final Clock clock;

    TillSales(Transfers transfers, Acceptances acceptances, Clock clock) {
        this.transfers = transfers;
        this.acceptances = acceptances;
        this.clock = clock;
    }

    /**
     * A sale with a voucher.
     *
     * @param refundedCents what was given back of it
     * @param balanceCents what was on the voucher right after it
     * @param undoUntil until when the till that made it can undo it; empty when another did or all is given back
     */
    public record Sale(
            UUID id, Instant at, long amountCents, long refundedCents, long balanceCents, Optional<Instant> undoUntil) {

        /** The number on the receipt. */
        public String receipt() {
            return Receipt.number(id);
        }

        /** What the shop keeps of it. */
        public long keptCents() {
            return amountCents - refundedCents;
        }
    }

    /** The sales of a shop on the current Brussels day, latest first. */
    @Transactional(readOnly = true)
    public List<Sale> today(UUID merchant, UUID till) {
        Instant from = Brussels.startOf(Brussels.today(clock));
        List<Sale> sales = new ArrayList<>();
        for (UUID campaign : acceptances.campaignsOf(merchant)) {
            UUID payable = Accounts.id(campaign, AccountKind.MERCHANT_PAYABLE, merchant);
            transfers.ofAccount(payable, LINES_MAX).stream()
                    .filter(t -> t.reason() == Reason.SPEND && !t.at().isBefore(from))
                    .map(t -> sale(t, till))
                    .forEach(sales::add);
        }
        sales.sort(Comparator.comparing(Sale::at).reversed());
        return sales;
    }

    /** One sale of a shop. */
    @Transactional(readOnly = true)
    public Optional<Sale> find(UUID id, UUID merchant, UUID till) {
        return transfers
                .find(id)
                .filter(t -> t.reason() == Reason.SPEND)
                .filter(t -> t.credit().equals(Accounts.id(t.book(), AccountKind.MERCHANT_PAYABLE, merchant)))
                .map(t -> sale(t, till));
    }

    private Sale sale(Transfer transfer, UUID till) {
        long refunded = transfers.refundedCents(transfer.id());
        Instant until = transfer.at().plus(Refunds.UNDO_WINDOW);
        boolean undoable = refunded < transfer.amountCents()
                && transfer.actor().equals(Actor.till(till))
                && clock.instant().isBefore(until);
        return new Sale(
                transfer.id(),
                transfer.at(),
                transfer.amountCents(),
                refunded,
                transfer.guardedAfterCents().orElse(0),
                undoable ? Optional.of(until) : Optional.empty());
    }
}
