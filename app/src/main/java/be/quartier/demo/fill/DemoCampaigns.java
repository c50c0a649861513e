package be.quartier.demo.fill;

import be.quartier.demo.region.Town;
import be.quartier.vouchers.Voucher;
import be.quartier.vouchers.VoucherCode;
import be.quartier.vouchers.Vouchers;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Campaigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the demonstration's campaigns and their vouchers in the current commune. */
@Component
public class DemoCampaigns {

    private static final int PAGE = 1_000;
    private static final int AUTOMATIC_BEFORE_AGE = 19;

    private final Campaigns campaigns;
    private final Vouchers vouchers;
    private final DemoWorld world;

    DemoCampaigns(Campaigns campaigns, Vouchers vouchers, DemoWorld world) {
        this.campaigns = campaigns;
        this.vouchers = vouchers;
        this.world = world;
    }

    /** The newest campaign that is open now. */
    public Optional<Campaign> open() {
        return campaigns.all().stream()
                .filter(campaign -> campaign.state() == CampaignState.OPEN)
                .findFirst();
    }

    /** The first vouchers of children in a campaign, by serial, as many as there are up to a number. */
    List<Voucher> vouchers(UUID campaign, int most) {
        List<Voucher> all = new ArrayList<>();
        List<Voucher> page = vouchers.ofCampaign(campaign, 0, Math.min(PAGE, most));
        while (!page.isEmpty() && all.size() < most) {
            all.addAll(page);
            page = vouchers.ofCampaign(campaign, page.getLast().serial(), Math.min(PAGE, most - all.size() + 1));
        }
        return all.stream()
                .filter(voucher -> voucher.child().isPresent())
                .limit(most)
                .toList();
    }

    /** The codes of the first vouchers of the open campaign, so many at most; what is left on each is anybody's guess. */
    List<VoucherCode> purses(int most) {
        return open().map(campaign -> vouchers(campaign.id(), most).stream()
                        .<VoucherCode>map(vouchers::token)
                        .toList())
                .orElse(List.of());
    }

    /** How many children of a town are of the age that needs no proof. */
    int children(Town town) {
        return town.households().stream()
                .mapToInt(household ->
                        household.youngerThan(AUTOMATIC_BEFORE_AGE, world.day()).size())
                .sum();
    }
}
