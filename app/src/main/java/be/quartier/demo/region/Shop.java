package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.Map;

/**
 * An invented shop.
 *
 * @param key stable, also the beginning of its mail address
 * @param trade one of the trades that the merchants module knows
 * @param enterprise ten digits, valid by the rules, in a range that is not handed out
 * @param iban valid by the rules, of a bank code that no bank has
 * @param weight its share of the purchases in its commune, in percent
 * @param usualEuros a typical purchase
 * @param hours in the notation of OpenStreetMap
 */
public record Shop(
        String key,
        String trade,
        String name,
        String contact,
        Language language,
        String enterprise,
        String iban,
        Dwelling dwelling,
        String email,
        String phone,
        int weight,
        int usualEuros,
        String hours,
        Map<Language, String> texts) {}
