package be.quartier.vouchers.registry;

import java.util.Locale;

/** What became of a confirmation. */
public sealed interface ConfirmOutcome {

    /** Households, children and vouchers are being made; progress can be followed. */
    record Started(RegistryImport running) implements ConfirmOutcome {}

    /** Nothing was changed. */
    record Refused(Why why, long availableCents, long neededCents) implements ConfirmOutcome {}

    /** Why a confirmation is refused; sentences under {@code vouchers.registry.confirm.refused.<code>}. */
    enum Why {
        /** The campaign is not open: no voucher can be issued. */
        CAMPAIGN_NOT_OPEN,
        /** The campaign's money does not reach. */
        BUDGET_TOO_SMALL,
        /** Another import changed the children since this preview was made. */
        OUT_OF_DATE,
        /** Another import of this campaign is running or waiting. */
        ANOTHER_RUNS,
        /** Confirmed, cancelled or lapsed before. */
        NOT_WAITING;

        /** As in keys of texts. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
