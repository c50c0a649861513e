package be.quartier.vouchers.campaigns;

import be.quartier.ledger.AccountKind;
import be.quartier.ledger.Accounts;
import be.quartier.ledger.PostOutcome;
import be.quartier.vouchers.CampaignBook;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The voted budget in the ledger: it reaches the campaign's account when the campaign opens, once. */
@Component
class CampaignLedger {

    private final CampaignBook book;
    private final Accounts accounts;

    CampaignLedger(CampaignBook book, Accounts accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    /** What merchants are still owed or may still be, in files that no bank has confirmed and for orders included. */
    long unpaidCents(Campaign campaign) {
        return accounts.sumCents(
                campaign.id(), Set.of(AccountKind.HELD, AccountKind.MERCHANT_PAYABLE, AccountKind.IN_BANK_FILE));
    }

    /** Moves the whole budget from the council to the campaign; the same campaign funds once, however often asked. */
    void fund(Campaign campaign, UUID opener) {
        var cents = campaign.terms().money().budgetCents();
        var decision = campaign.terms().decision().reference();
        switch (book.fund(campaign.id(), cents, decision, be.quartier.ledger.Actor.person(opener))) {
            case PostOutcome.Posted made -> {}
            case PostOutcome.Repeated before -> {}
            case PostOutcome.KeyReused clash -> throw new IllegalStateException("another budget was moved before");
            case PostOutcome.NotTaken refused -> throw new IllegalStateException("a budget account has no limit");
        }
    }
}
