/** The merchant's page of its key, and where providers call back. */
@NullMarked
package be.quartier.shop.payments.web;

import org.jspecify.annotations.NullMarked;
