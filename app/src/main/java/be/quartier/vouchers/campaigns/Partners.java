package be.quartier.vouchers.campaigns;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Tenancy;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.MerchantDecided;
import be.quartier.merchants.Merchants;
import be.quartier.vouchers.Acceptances;
import be.quartier.vouchers.campaigns.store.PartnerRows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who takes part in step with who is accepted: a shop takes the vouchers of every open campaign that accepts its trade,
 * from the commune's decision on, the contract's acceptance or the campaign's opening, whichever comes last.
 *
 * <p>A decision and an opening at the same time wait for each other, so that neither misses the other.
 */
@Component
@Transactional
class Partners {

    private final PartnerRows rows;
    private final Acceptances acceptances;
    private final Merchants merchants;

    Partners(JdbcClient jdbc, Acceptances acceptances, Merchants merchants) {
        this.rows = new PartnerRows(jdbc);
        this.acceptances = acceptances;
        this.merchants = merchants;
    }

    /** Lets every accepted shop of the campaign's trades take its vouchers; call it once the campaign is written as open. */
    void opened(Campaign campaign) {
        rows.lock(Tenancy.required().value());
        List<String> trades = campaign.terms().spending().trades();
        Set<UUID> bound = merchants.bound();
        merchants.accepted().stream()
                .filter(merchant -> bound.contains(merchant.id()))
                .filter(merchant -> trades.isEmpty() || trades.contains(merchant.trade()))
                .forEach(merchant -> acceptances.accept(campaign.id(), merchant.id()));
    }

    /** Follows a decision on a shop, inside the transaction that took it. */
    @EventListener
    void follow(MerchantDecided decided) {
        switch (decided.state()) {
            case ACCEPTED -> join(decided.commune(), decided.merchant());
            case REFUSED, SUSPENDED -> leave(decided.merchant());
            case APPLIED -> {}
        }
    }

    private void join(CommuneId commune, UUID shop) {
        rows.lock(commune.value());
        if (!merchants.bound(shop)) {
            return;
        }
        Merchant merchant = merchants.find(shop).orElseThrow();
        rows.open(commune.value(), merchant.trade()).forEach(campaign -> acceptances.accept(campaign, shop));
    }

    private void leave(UUID shop) {
        acceptances.campaignsOf(shop).forEach(campaign -> acceptances.end(campaign, shop));
    }
}
