package be.quartier.shop.catalogue;

/**
 * The file of a picture, a JPEG.
 *
 * @param product what it shows
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record Photo(Product product, byte[] file) {}
