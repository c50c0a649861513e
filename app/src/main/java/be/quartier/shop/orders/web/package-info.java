/** Orders over HTTP: the API's products, slots and orders; checkout, tracking page and the merchant's board. */
@NullMarked
package be.quartier.shop.orders.web;

import org.jspecify.annotations.NullMarked;
