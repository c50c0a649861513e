/**
 * Files that banks read and write: payment runs (pain.001.001.09), their answers, and payment QR codes.
 *
 * <p>Invariants: a file that exists obeys the schema and the SEPA rules on top of it; its totals are exact in cents; the same
 * order gives the same bytes. Nothing here pays: a file is proposed to people, who send it.
 */
@ApplicationModule(allowedDependencies = {"commune", "money"})
@NullMarked
package be.quartier.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
