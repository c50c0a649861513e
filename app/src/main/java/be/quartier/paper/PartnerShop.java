package be.quartier.paper;

/**
 * A shop that takes vouchers, as printed in lists.
 *
 * @param name the sign over its door
 * @param trade what it is, in the reader's language, or empty
 * @param street street and number
 * @param district part of the commune, or empty
 * @param hours opening hours in one line, or empty
 */
public record PartnerShop(String name, String trade, String street, String district, String hours) {}
