package be.quartier.merchants;

import be.quartier.commune.Language;
import be.quartier.money.Bce;
import be.quartier.money.Iban;

/**
 * What somebody who wants to take part tells the commune; already checked field by field.
 *
 * @param trade code of a {@link Trade} of the commune
 * @param iban the account to be paid on
 * @param accountHolder the holder's name exactly as the bank has it
 * @param contractVersion the version of the contract that was shown and accepted
 */
public record Application(
        String name,
        Bce bce,
        String trade,
        Iban iban,
        String accountHolder,
        Place place,
        OpeningHours hours,
        String contactName,
        String contactMail,
        Language language,
        String contractVersion) {

    /** Who applies. */
    Newcomer newcomer() {
        return new Newcomer(name, bce, trade, place, contactName, contactMail, language);
    }
}
