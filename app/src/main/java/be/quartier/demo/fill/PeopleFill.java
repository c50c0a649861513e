package be.quartier.demo.fill;

import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.demo.region.Actor;
import be.quartier.demo.region.Shop;
import be.quartier.demo.region.Town;
import be.quartier.merchants.Merchant;
import be.quartier.merchants.Merchants;
import be.quartier.money.Bce;
import be.quartier.money.Parsed;
import be.quartier.people.Grant;
import be.quartier.people.Roles;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One account for every role in each commune; the region's people are at home in the region and guests in the communes. */
@Component
@Order(30)
class PeopleFill implements FillStep {

    private static final be.quartier.people.Actor FILLING = new be.quartier.people.Actor.Job("demo-fill");

    private final Cast cast;
    private final DemoWorld world;
    private final Roles roles;
    private final Merchants merchants;
    private final TransactionTemplate apart;

    PeopleFill(Cast cast, DemoWorld world, Roles roles, Merchants merchants, PlatformTransactionManager transactions) {
        this.cast = cast;
        this.world = world;
        this.roles = roles;
        this.merchants = merchants;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public boolean later() {
        return false;
    }

    @Override
    public boolean reachesOut() {
        return true;
    }

    @Override
    public void fill(Town town) {
        Tenancy.run(
                DemoWorld.REGION,
                () -> apart.executeWithoutResult(status -> world.region()
                        .staff()
                        .forEach(actor -> grant(cast.open(actor), actor.role(), Optional.empty()))));
        for (Actor actor : cast.of(town)) {
            Optional<UUID> shop = switch (actor.role()) {
                case MERCHANT, CASHIER -> Optional.of(shop(town));
                case RESIDENT,
                        NEIGHBOUR,
                        PACKER,
                        COURIER,
                        ECONOMY,
                        FINANCE,
                        APPROVER,
                        COMMUNICATION,
                        MODERATOR,
                        ASSOCIATION,
                        ADMIN,
                        REGION,
                        AUDITOR -> Optional.empty();
            };
            grant(cast.open(actor), actor.role(), shop);
            if (actor.role() == Role.CASHIER) {
                another(town, shop).ifPresent(second -> grant(cast.open(actor), Role.CASHIER, Optional.of(second)));
            }
        }
    }

    private void grant(UUID person, Role role, Optional<UUID> shop) {
        roles.grant(new Grant(person, role, shop), FILLING);
    }

    /** The shop of the person who plays the merchant. */
    private UUID shop(Town town) {
        String owner = town.actors().stream()
                .filter(actor -> actor.role() == Role.MERCHANT)
                .map(Actor::name)
                .findFirst()
                .orElseThrow();
        return town.shops().stream()
                .filter(shop -> shop.contact().equals(owner))
                .findFirst()
                .flatMap(this::merchant)
                .map(Merchant::id)
                .orElseThrow();
    }

    /** A second shop, so that somebody has a choice. */
    private Optional<UUID> another(Town town, Optional<UUID> first) {
        return town.shops().stream()
                .flatMap(shop -> merchant(shop).stream())
                .filter(Merchant::accepted)
                .map(Merchant::id)
                .filter(id -> !first.equals(Optional.of(id)))
                .findFirst();
    }

    private Optional<Merchant> merchant(Shop shop) {
        return Bce.parse(shop.enterprise()) instanceof Parsed.Valid<Bce>(Bce bce)
                ? merchants.byBce(bce)
                : Optional.empty();
    }
}
