package be.quartier.vouchers.campaigns.store;

import be.quartier.commune.Language;
import be.quartier.vouchers.campaigns.Campaign;
import be.quartier.vouchers.campaigns.Campaign.Words;
import be.quartier.vouchers.campaigns.Delivery;
import be.quartier.vouchers.campaigns.EligibilityRule;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeAutomatic;
import be.quartier.vouchers.campaigns.EligibilityRule.AgeOnProof;
import be.quartier.vouchers.campaigns.EligibilityRule.LateArrivals;
import be.quartier.vouchers.campaigns.EligibilityRule.ProtectedAddress;
import be.quartier.vouchers.campaigns.EligibilityRule.ResidentOn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code campaign_rule} and {@code campaign_text}: small, read and written whole. */
final class TermRows {

    private final JdbcClient jdbc;

    TermRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the rules and words of a campaign whose row the caller holds. */
    void write(int commune, Campaign campaign) {
        if (!rules(commune, campaign.id()).equals(campaign.terms().rules())) {
            jdbc.sql("delete from campaign_rule where commune_id = ? and campaign_id = ?")
                    .params(commune, campaign.id())
                    .update();
            for (int position = 0; position < campaign.terms().rules().size(); position++) {
                add(commune, campaign.id(), position, campaign.terms().rules().get(position));
            }
        }
        campaign.words()
                .forEach((language, words) -> jdbc.sql("""
                        insert into campaign_text (commune_id, campaign_id, language, title, letter)
                        values (?, ?, ?, ?, ?)
                        on conflict (commune_id, campaign_id, language)
                          do update set title = excluded.title, letter = excluded.letter
                        """)
                        .params(commune, campaign.id(), language.code(), words.title(), words.letter())
                        .update());
    }

    Map<Language, Words> words(int commune, UUID campaign) {
        var words = new EnumMap<Language, Words>(Language.class);
        jdbc.sql("select language, title, letter from campaign_text where commune_id = ? and campaign_id = ?")
                .params(commune, campaign)
                .query((ResultSet row) -> {
                    var language = Language.of(row.getString("language")).orElseThrow();
                    words.put(language, new Words(row.getString("title"), row.getString("letter")));
                });
        return words;
    }

    List<EligibilityRule> rules(int commune, UUID campaign) {
        return jdbc.sql("select * from campaign_rule where commune_id = ? and campaign_id = ? order by position")
                .params(commune, campaign)
                .query((row, number) -> read(row))
                .list();
    }

    private void add(int commune, UUID campaign, int position, EligibilityRule rule) {
        var columns = switch (rule) {
            case AgeAutomatic band -> new Columns(band.from(), band.to(), band.reference(), null, null);
            case AgeOnProof band -> new Columns(band.from(), band.to(), band.reference(), band.deadline(), null);
            case ResidentOn on -> new Columns(null, null, on.day(), null, null);
            case LateArrivals late -> new Columns(null, null, null, late.until(), null);
            case ProtectedAddress address ->
                new Columns(null, null, null, null, address.delivery().code());
        };
        var kind = rule instanceof ProtectedAddress ? "protected-address" : rule.code();
        jdbc.sql("""
                        insert into campaign_rule (commune_id, campaign_id, position, kind, from_age, to_age, reference,
                          until, delivery, source)
                        values (:commune, :campaign, :position, :kind, :from, :to, :reference, :until, :delivery, :source)
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .param("position", position)
                .param("kind", kind)
                .param("from", columns.from())
                .param("to", columns.to())
                .param("reference", columns.reference())
                .param("until", columns.until())
                .param("delivery", columns.delivery())
                .param("source", rule.source())
                .update();
    }

    private static EligibilityRule read(ResultSet row) throws SQLException {
        var source = row.getString("source");
        var reference = row.getObject("reference", LocalDate.class);
        var until = row.getObject("until", LocalDate.class);
        int from = row.getInt("from_age");
        int to = row.getInt("to_age");
        return switch (row.getString("kind")) {
            case "age-automatic" -> new AgeAutomatic(from, to, reference, source);
            case "age-on-proof" -> new AgeOnProof(from, to, reference, until, source);
            case "resident-on" -> new ResidentOn(reference, source);
            case "late-arrivals" -> new LateArrivals(until, source);
            case "protected-address" ->
                new ProtectedAddress(Delivery.valueOf(row.getString("delivery").toUpperCase(Locale.ROOT)), source);
            default -> throw new IllegalStateException("a rule of a kind the schema does not allow");
        };
    }

    private record Columns(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable LocalDate reference,
            @Nullable LocalDate until,
            @Nullable String delivery) {}
}
