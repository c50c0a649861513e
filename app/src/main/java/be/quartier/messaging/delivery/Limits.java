package be.quartier.messaging.delivery;

import java.time.Duration;

/**
 * What keeps a fault or an abuse from filling mailboxes.
 *
 * @param perRecipientAndDayMax messages one address is written in one commune and day; more are refused
 * @param mailsPerDayMax mails one commune sends in a day; more wait for the next
 * @param atOnceMax messages one node carries at the same time
 * @param lease how long a node may take for one message before others think it gone
 * @param settleDelay how long to wait before trying again what may have left
 */
public record Limits(
        int perRecipientAndDayMax, int mailsPerDayMax, int atOnceMax, Duration lease, Duration settleDelay) {

    /** As an installation starts. */
    public static final Limits USUAL = new Limits(40, 50_000, 16, Duration.ofMinutes(5), Duration.ofMinutes(15));
}
