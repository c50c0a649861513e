package be.quartier.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The root of a day.
 *
 * @param size leaves in the log then
 * @param root base64
 */
public record DailyRoot(LocalDate day, long size, String root, Instant at) {}
