package be.quartier.vouchers.campaigns;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a campaign that its acts change.
 *
 * @param state where it stands
 * @param createdBy who wrote it
 * @param submittedBy who asked for the opening, once somebody did
 * @param openedBy who opened it, once open; never the creator nor the submitter
 * @param lastDay last day on which a voucher can be spent, Brussels time
 */
public record CampaignProgress(
        CampaignState state, UUID createdBy, Optional<UUID> submittedBy, Optional<UUID> openedBy, LocalDate lastDay) {

    /** Refuses a history that the acts could not have produced. */
    public CampaignProgress {
        if (openedBy.isPresent()
                && (openedBy.get().equals(createdBy) || openedBy.equals(submittedBy) || submittedBy.isEmpty())) {
            throw new IllegalArgumentException("a campaign is opened by a second person, after its submission");
        }
    }

    /** A campaign that was just created. */
    public static CampaignProgress drafted(UUID creator, LocalDate lastDay) {
        return new CampaignProgress(CampaignState.DRAFT, creator, Optional.empty(), Optional.empty(), lastDay);
    }

    CampaignProgress in(CampaignState next) {
        return new CampaignProgress(next, createdBy, submittedBy, openedBy, lastDay);
    }

    CampaignProgress submittedBy(UUID person) {
        return new CampaignProgress(CampaignState.SUBMITTED, createdBy, Optional.of(person), openedBy, lastDay);
    }

    CampaignProgress sentBack() {
        return new CampaignProgress(CampaignState.VOTED, createdBy, Optional.empty(), openedBy, lastDay);
    }

    CampaignProgress openedBy(UUID person) {
        return new CampaignProgress(CampaignState.OPEN, createdBy, submittedBy, Optional.of(person), lastDay);
    }

    /** The same progress with another last day; for drafts and extensions. */
    public CampaignProgress until(LocalDate day) {
        return new CampaignProgress(state, createdBy, submittedBy, openedBy, day);
    }
}
