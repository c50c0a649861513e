package be.quartier.vouchers.proof;

import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.CampaignState;
import be.quartier.vouchers.campaigns.Child;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.Verdict;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** What a campaign's rules and the law say about applying with a proof. Days are calendar days in Brussels. */
public final class ProofTerms {

    /** Days the town hall gives itself for a decision, from receipt or from the answer to its question. */
    public static final int REVIEW_DAYS = 15;

    /** Days an applicant has to answer a question. */
    public static final int ANSWER_DAYS = 21;

    /** Days an applicant has to appeal against a refusal. */
    public static final int APPEAL_DAYS = 30;

    /** Days the town hall gives itself for a decision on an appeal. */
    public static final int APPEAL_REVIEW_DAYS = 30;

    /** Days the documents are kept after the final decision. */
    public static final int FILES_KEPT_DAYS = 30;

    /** Days name, address and words are kept after the final decision, for questions of the council and of courts. */
    public static final int DATA_KEPT_DAYS = 365;

    /** How long an address has to be confirmed; then the application is deleted. */
    public static final Duration CONFIRM_WITHIN = Duration.ofDays(3);

    /** How long the link to the follow page opens after the last mail that carried it. */
    public static final Duration LINK_LIFE = Duration.ofDays(120);

    private ProofTerms() {}

    /** The campaign's rule about ages on proof, while somebody can still apply on a day. */
    public static Optional<AgeOnProof> open(Campaign campaign, LocalDate today) {
        return rule(campaign)
                .filter(rule -> campaign.state() == CampaignState.OPEN)
                .filter(rule -> !today.isAfter(rule.deadline()))
                .filter(rule -> !today.isAfter(campaign.progress().lastDay()));
    }

    /** The campaign's rule about ages on proof. */
    public static Optional<AgeOnProof> rule(Campaign campaign) {
        return campaign.terms().rules().stream()
                .filter(AgeOnProof.class::isInstance)
                .map(AgeOnProof.class::cast)
                .findFirst();
    }

    /** What the campaign's rules say about somebody born on a day who lives here; the entitlement and the deciding finding. */
    public static Verdict verdict(Campaign campaign, LocalDate birth) {
        return campaign.terms().eligibility().orElseThrow().verdict(Child.bornOn(birth));
    }
}
