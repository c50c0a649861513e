package be.quartier.vouchers;

import be.quartier.ledger.Actor;
import java.util.UUID;

/**
 * A buyer's wish to set part of a voucher aside.
 *
 * @param code as scanned or typed; the caller limits guesses
 * @param amountCents 1 to {@link Spend#AMOUNT_CENTS_MAX}, else refused
 * @param merchant the shop it is for
 * @param order what it is for; an order holds once from one voucher for one shop
 * @param by who asks
 */
public record HoldWish(VoucherCode code, long amountCents, UUID merchant, UUID order, Actor by) {}
