package be.quartier.vouchers.till;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Till;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.Refunds;
import be.quartier.vouchers.SpendOutcome;
import be.quartier.vouchers.till.TillDevices.Device;
import be.quartier.vouchers.till.TillSales.Sale;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a till took: one receipt, its undo within a minute, and the day. */
@Controller
class TillReceipts {

    private final TillDevices devices;
    private final TillSales sales;
    private final Refunds refunds;
    private final Clock clock;

    TillReceipts(TillDevices devices, TillSales sales, Refunds refunds, Clock clock) {
        this.devices = devices;
        this.sales = sales;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** The result of a payment, as often as it is asked for. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/till/receipts/{id}")
    View receipt(Commune commune, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        return switch (devices.of(commune, request, response)) {
            case Device.Stranger() -> View.redirect(TillEntrance.home(commune));
            case Device.Locked(Till _, Merchant merchant) -> TillEntrance.locked(merchant, Form.empty());
            case Device.Open(Till till, Merchant merchant) -> {
                Sale sale = sales.find(id, merchant.id(), till.id())
                        .orElseThrow(() -> Problem.notFound().raised());
                yield View.of(
                        "vouchers/till/receipt",
                        Map.of("merchant", merchant, "sale", sale, "undoSeconds", undoSeconds(sale)));
            }
        };
    }

    /** Gives all of a payment back, within a minute; asked twice it is done once. */
    @Allows(everyone = true)
    @PostMapping("/{commune}/till/receipts/{id}/undo")
    View undo(Commune commune, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        if (!(devices.of(commune, request, response) instanceof Device.Open(Till till, Merchant merchant))) {
            return View.redirect(TillEntrance.home(commune));
        }
        String receipt = TillEntrance.home(commune) + "/receipts/" + id;
        return switch (refunds.undo(new Refunds.Request(id, merchant.id(), till.id(), "undo-" + id))) {
            case SpendOutcome.Done _ -> View.redirect(receipt);
            case SpendOutcome.Refused _ -> View.redirect(receipt, Flash.warning("till.undo.too-late"));
        };
    }

    /** What this shop took today. */
    @Allows(everyone = true)
    @GetMapping("/{commune}/till/day")
    View day(Commune commune, HttpServletRequest request, HttpServletResponse response) {
        return switch (devices.of(commune, request, response)) {
            case Device.Stranger() -> View.redirect(TillEntrance.home(commune));
            case Device.Locked(Till _, Merchant merchant) -> TillEntrance.locked(merchant, Form.empty());
            case Device.Open(Till till, Merchant merchant) -> {
                List<Sale> today = sales.today(merchant.id(), till.id());
                yield View.of(
                        "vouchers/till/day",
                        Map.of(
                                "merchant", merchant,
                                "sales", today,
                                "totalCents",
                                        today.stream()
                                                .mapToLong(Sale::keptCents)
                                                .sum()));
            }
        };
    }

    private long undoSeconds(Sale sale) {
        return sale.undoUntil()
                .map(until ->
                        Math.max(0, Duration.between(clock.instant(), until).toSeconds()))
                .orElse(0L);
    }
}
