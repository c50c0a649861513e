/** Pages of agreements between communes. */
@NullMarked
package be.quartier.shop.sharing.web;

import org.jspecify.annotations.NullMarked;
