package be.quartier.vouchers.reimbursements.web;

import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.reimbursements.Run;
import java.util.List;

/** A campaign with what it owes, most urgent first, and its runs. */
public record Overview(Campaign campaign, List<Countdown> open, List<Run> runs) {

    /** What it owes in all. */
    public long owedCents() {
        return open.stream().mapToLong(Countdown::cents).sum();
    }

    /** Claims on which finance must act now. */
    public long warned() {
        return open.stream().filter(Countdown::warned).count();
    }
}
