package be.quartier.demo.region;

/**
 * A door with a letter box.
 *
 * @param number of the house, from 1
 * @param box empty in a house of one household, else as the registry writes it
 */
public record Dwelling(Street street, int number, String box, Point point) {}
