/**
 * Vouchers on proof: somebody above the age without formality applies with a document, the town hall asks, accepts or refuses,
 * and a refusal can be appealed against.
 *
 * <p>Invariant: one accepted application, and one voucher, for a person of a campaign, whatever arrives at the same moment.
 *
 * <p>Invariant: nobody decides on an application of their own, and nobody decides on the appeal against their own refusal.
 *
 * <p>Invariant: documents are at rest encrypted and without their own names, and gone {@link
 * be.quartier.vouchers.proof.ProofTerms#FILES_KEPT_DAYS} days after the final decision.
 */
@NullMarked
@org.springframework.modulith.NamedInterface("proof")
package be.quartier.vouchers.proof;

import org.jspecify.annotations.NullMarked;
