package be.quartier.demo.web;

import be.quartier.commune.Commune;
import be.quartier.vouchers.reimbursements.AtBank;
import java.util.List;

/** A commune's files at the bank's twin. */
public record BankCounter(Commune commune, List<AtBank> runs) {}
