package be.quartier.vouchers.family.store;

import be.quartier.commune.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who a voucher is for, and which shop an account of a campaign belongs to. */
public final class FamilyRows {

    private final JdbcClient jdbc;

    /** @param jdbc inside the transaction of a commune */
    public FamilyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The child and household of a voucher. */
    public record Child(UUID household, String firstName, String lastName, Language language, String postcode) {}

    /** The child, while the registry has it. */
    public Optional<Child> child(int commune, UUID child) {
        return jdbc.sql("""
                        select h.id, c.first_name, c.last_name, h.language, h.postcode
                        from registry_child c
                        join registry_household h on h.commune_id = c.commune_id and h.id = c.household_id
                        where c.commune_id = :commune and c.id = :child
                        """)
                .param("commune", commune)
                .param("child", child)
                .query((row, number) -> new Child(
                        row.getObject("id", UUID.class),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        Language.of(row.getString("language")).orElse(Language.FR),
                        row.getString("postcode")))
                .optional();
    }

    /** The merchant of each account to which a campaign's vouchers are spent. */
    public Map<UUID, UUID> merchants(int commune, UUID campaign) {
        Map<UUID, UUID> merchants = new HashMap<>();
        jdbc.sql("""
                        select payable_id, merchant_id
                        from acceptance
                        where commune_id = :commune and campaign_id = :campaign
                        """)
                .param("commune", commune)
                .param("campaign", campaign)
                .query((row, number) ->
                        Map.entry(row.getObject("payable_id", UUID.class), row.getObject("merchant_id", UUID.class)))
                .list()
                .forEach(entry -> merchants.put(entry.getKey(), entry.getValue()));
        return merchants;
    }
}
