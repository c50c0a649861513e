package be.quartier.shop.front.web;

import be.quartier.shop.catalogue.Product;

/**
 * A product in a list.
 *
 * @param seller the name of its merchant
 */
public record Card(Product product, String seller) {}
