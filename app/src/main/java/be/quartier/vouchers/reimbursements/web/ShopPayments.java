package be.quartier.vouchers.reimbursements.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Brussels;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.merchants.BankAccount;
import be.quartier.merchants.BankAccounts;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaigns;
import be.quartier.vouchers.reimbursements.Claim;
import be.quartier.vouchers.reimbursements.Claims;
import be.quartier.vouchers.reimbursements.Reimbursements;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a shop is owed, until when it is promised, and what was paid. */
@Controller
@RequestMapping("/{commune}/merchant/payments")
class ShopPayments {

    private final Reimbursements reimbursements;
    private final Claims claims;
    private final Campaigns campaigns;
    private final BankAccounts accounts;
    private final Clock clock;

    ShopPayments(
            Reimbursements reimbursements, Claims claims, Campaigns campaigns, BankAccounts accounts, Clock clock) {
        this.reimbursements = reimbursements;
        this.claims = claims;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    @Allows(Role.MERCHANT)
    View show(Visitor visitor, Language language) {
        UUID merchant = visitor.merchant().orElseThrow(() -> Problem.forbidden().raised());
        List<Countdown> open = new ArrayList<>();
        for (Campaign campaign : campaigns.all()) {
            Claim claim = claims.of(campaign.id(), merchant);
            claim.oldest()
                    .ifPresent(oldest ->
                            open.add(Countdown.of(campaign.title(language), claim, oldest, Brussels.today(clock))));
        }
        return View.of(
                "vouchers/reimbursements/shop",
                Map.of(
                        "open", open,
                        "lines", reimbursements.linesOf(merchant),
                        "account",
                                accounts.current(merchant)
                                        .map(BankAccount::iban)
                                        .map(iban -> iban.masked())
                                        .orElse("")));
    }
}
