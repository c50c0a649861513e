package be.quartier.demo.fill;

import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.demo.region.Actor;
import be.quartier.demo.region.Town;
import be.quartier.people.Accounts;
import be.quartier.people.EmailAddress;
import be.quartier.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The people who play the roles, as accounts of this installation. */
@Component
public class Cast {

    private final Accounts accounts;
    private final DemoWorld world;

    Cast(Accounts accounts, DemoWorld world) {
        this.accounts = accounts;
        this.world = world;
    }

    /** Everybody who can be played in a town: its own people, then the region's. */
    public List<Actor> of(Town town) {
        List<Actor> everybody = new ArrayList<>(town.actors());
        everybody.addAll(world.region().staff());
        return everybody;
    }

    /** Who plays a role in a town, or in the region where the slug is the region's; {@code number} from 1. */
    public Optional<Actor> in(String slug, Role role, int number) {
        List<Actor> candidates = slug.equals(DemoWorld.REGION_SLUG)
                ? world.region().staff()
                : world.town(slug).map(this::of).orElse(List.of());
        return candidates.stream()
                .filter(actor -> actor.role() == role)
                .skip(number - 1L)
                .findFirst();
    }

    /** The account of somebody who plays, wherever its home is; empty until it is filled. */
    public Optional<Person> account(Actor actor) {
        EmailAddress address = address(actor);
        return accounts.home(address).flatMap(home -> Tenancy.in(home, () -> accounts.byAddress(address)));
    }

    /** The person of a role in the current commune, opened when there is none yet. */
    UUID open(Actor actor) {
        return accounts.open(address(actor), actor.name(), actor.language());
    }

    /** The first person of a role in the current commune's town. */
    UUID person(Town town, Role role) {
        return person(town, role, 1);
    }

    /** A person of a role in the current commune's town, counted from 1. */
    UUID person(Town town, Role role, int number) {
        return of(town).stream()
                .filter(actor -> actor.role() == role)
                .skip(number - 1L)
                .findFirst()
                .map(this::open)
                .orElseThrow();
    }

    private static EmailAddress address(Actor actor) {
        return EmailAddress.of(actor.email())
                .orElseThrow(() -> new IllegalStateException("Not an address: " + actor.email()));
    }
}
