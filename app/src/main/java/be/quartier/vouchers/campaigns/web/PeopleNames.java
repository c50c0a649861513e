package be.quartier.vouchers.campaigns.web;

import be.quartier.people.Accounts;
import be.quartier.people.Person;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The names of colleagues, as the pages of a campaign's file show them. */
@Component
public class PeopleNames {

    private final Accounts accounts;

    PeopleNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The name of a person, or a dash for somebody who is no longer known. */
    public String of(UUID person) {
        return accounts.find(person).map(Person::name).orElse("–");
    }
}
