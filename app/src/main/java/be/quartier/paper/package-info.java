/**
 * Everything the product prints: QR codes, voucher letters, stickers, lists, receipts and reports, as accessible PDF.
 *
 * <p>Invariants: every file is PDF/UA-1 and PDF/A-2a with its fonts inside; the address window of a letter holds nothing but
 * the address; printing needs no database and memory that does not grow with the number of letters.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"commune", "pages", "money"})
package be.quartier.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
