package be.quartier.demo.region;

import be.quartier.commune.Language;
import java.util.Map;

/**
 * A quarter of a commune.
 *
 * @param slug stable within its commune
 * @param share of the commune's dwellings, in percent
 */
public record District(String slug, Map<Language, String> names, Point middle, int share) {}
