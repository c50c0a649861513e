package be.quartier.merchants;

import be.quartier.commune.Language;
import be.quartier.money.Bce;

/**
 * Who an enterprise is and where it is found; already checked field by field.
 *
 * @param trade code of a {@link Trade} of the commune
 * @param contactMail where the commune writes to, and who signs in as its merchant
 */
public record Newcomer(
        String name, Bce bce, String trade, Place place, String contactName, String contactMail, Language language) {}
