package be.quartier.vouchers.reimbursements;

import be.quartier.money.Bce;
import be.quartier.money.Iban;
import java.util.Optional;

/** The account the commune pays from. */
public record Debtor(String name, Iban iban, Optional<Bce> bce) {}
