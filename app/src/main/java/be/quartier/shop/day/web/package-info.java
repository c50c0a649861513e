/** The pages and files of a merchant's day. */
@NullMarked
package be.quartier.shop.day.web;

import org.jspecify.annotations.NullMarked;
