package be.quartier.ledger;

import java.util.OptionalLong;

/**
 * A posting out of a guarded account (a voucher's).
 *
 * @param stamp the account's stamp when the rules were checked; the posting is not taken when it has changed since
 * @param dayLimitCents most that may leave the account in one Brussels day, this posting included
 */
public record GuardedDebit(Posting posting, int stamp, OptionalLong dayLimitCents) {}
