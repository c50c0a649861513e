/**
 * Intake (<em>prise de commande</em>): the page on which staff, or a merchant for its own goods, types the order of somebody who
 * calls, writes or stands there.
 *
 * <p>Invariants: what is typed survives every refusal; the page sent twice orders once; a merchant types its own goods only.
 */
@NullMarked
package be.quartier.shop.intake;

import org.jspecify.annotations.NullMarked;
