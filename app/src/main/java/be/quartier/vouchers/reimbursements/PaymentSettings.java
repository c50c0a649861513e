package be.quartier.vouchers.reimbursements;

import be.quartier.commune.Settings;
import be.quartier.money.Bce;
import be.quartier.money.Iban;
import be.quartier.vouchers.campaigns.CampaignTerms;
import be.quartier.vouchers.campaigns.Campaigns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How a campaign of the current commune pays: from which account, and from which total on two people sign. */
@Component
public class PaymentSettings {

    private static final String NAME = "reimbursements.debtor-name";
    private static final String IBAN = "reimbursements.debtor-iban";
    private static final String BCE = "reimbursements.debtor-bce";

    private final Settings settings;
    private final Campaigns campaigns;

    PaymentSettings(Settings settings, Campaigns campaigns) {
        this.settings = settings;
        this.campaigns = campaigns;
    }

    /** The account a campaign is paid from: its own, or else the commune's, once set. */
    public Optional<Debtor> debtor(UUID campaign) {
        return terms(campaign)
                .filter(terms ->
                        !terms.debtorIban().isEmpty() && !terms.debtorName().isBlank())
                .map(terms -> new Debtor(terms.debtorName(), new Iban(terms.debtorIban()), bce()))
                .or(this::debtor);
    }

    /** The commune's account, once set. */
    public Optional<Debtor> debtor() {
        return settings.get(IBAN)
                .flatMap(iban -> settings.get(NAME)
                        .map(name -> new Debtor(
                                name,
                                new Iban(iban),
                                settings.get(BCE).filter(bce -> !bce.isEmpty()).map(Bce::new))));
    }

    /** Sets the account paid from. */
    public void debtor(Debtor debtor) {
        settings.put(NAME, debtor.name());
        settings.put(IBAN, debtor.iban().value());
        settings.put(BCE, debtor.bce().map(Bce::digits).orElse(""));
    }

    /** Signatures that a run of this total needs: two from the limit on that the campaign sets. */
    public int approvalsFor(UUID campaign, long totalCents) {
        long from = terms(campaign)
                .map(CampaignTerms.Reimbursement::doubleSignCents)
                .orElse(0L);
        return totalCents >= from ? 2 : 1;
    }

    private Optional<CampaignTerms.Reimbursement> terms(UUID campaign) {
        return campaigns.find(campaign).map(found -> found.terms().reimbursement());
    }

    private Optional<Bce> bce() {
        return settings.get(BCE).filter(bce -> !bce.isEmpty()).map(Bce::new);
    }
}
