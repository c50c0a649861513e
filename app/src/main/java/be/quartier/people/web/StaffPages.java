package be.quartier.people.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import be.quartier.people.Accounts;
import be.quartier.people.Actor;
import be.quartier.people.AuditTrail;
import be.quartier.people.EmailAddress;
import be.quartier.people.Fresh;
import be.quartier.people.Grant;
import be.quartier.people.Passkeys;
import be.quartier.people.Person;
import be.quartier.people.Roles;
import be.quartier.people.Sessions;
import be.quartier.people.Staff;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The commune's staff, for its administrators: invite, give and take roles, end sessions. */
@Controller
class StaffPages {

    private static final int NAME_MAX = 120;

    private final Staff staff;
    private final Accounts accounts;
    private final Roles roles;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Passkeys passkeys;

    StaffPages(Staff staff, Accounts accounts, Roles roles, Sessions sessions, AuditTrail audit, Passkeys passkeys) {
        this.staff = staff;
        this.accounts = accounts;
        this.roles = roles;
        this.sessions = sessions;
        this.audit = audit;
        this.passkeys = passkeys;
    }

    /** Everybody, and the form to invite one more. */
    @Allows(Role.ADMIN)
    @GetMapping("/{commune}/staff")
    View list(Commune commune, Language language) {
        return page(commune, Form.empty().with("language", language.code()), 200);
    }

    private View page(Commune commune, Form form, int status) {
        return View.of(
                "people/staff",
                Map.of("form", form, "members", staff.members(commune), "given", given(commune)),
                status);
    }

    /** Invites somebody by mail. */
    @Allows(Role.ADMIN)
    @Fresh
    @PostMapping("/{commune}/staff")
    View invite(Commune commune, Form form, Visitor visitor) {
        Optional<EmailAddress> address = EmailAddress.of(form.text("email"));
        Set<Role> wanted = wanted(form);
        if (address.isEmpty()) {
            form.refuse("email", "people.sign-in.email.wrong");
        }
        if (!form.has("name") || form.text("name").length() > NAME_MAX) {
            form.refuse("name", "people.account.name.wrong", NAME_MAX);
        }
        if (wanted.isEmpty()) {
            form.refuse("roles", "people.staff.roles.none");
        }
        if (form.refused()) {
            return page(commune, form, 422);
        }
        Language language = Language.of(form.text("language")).orElse(Language.FR);
        UUID person =
                staff.invite(commune, address.orElseThrow(), form.text("name"), language, wanted, Actor.of(visitor));
        return View.redirect(path(commune, person), Flash.done("people.staff.invited"));
    }

    /** One person's roles. */
    @Allows(Role.ADMIN)
    @GetMapping("/{commune}/staff/{id}")
    View member(Commune commune, @PathVariable UUID id) {
        Person person = known(id);
        Form form = Form.of(Map.of(
                "roles", roles.of(id).stream().map(grant -> grant.role().code()).toArray(String[]::new)));
        return memberPage(commune, person, form, 200);
    }

    private View memberPage(Commune commune, Person person, Form form, int status) {
        boolean here = person.home().equals(commune.id());
        int live = here ? sessions.live(commune.id(), person.id()).size() : 0;
        return View.of(
                "people/member",
                Map.of("form", form, "person", person, "given", given(commune), "here", here, "live", live),
                status);
    }

    /** Gives and takes roles. */
    @Allows(Role.ADMIN)
    @Fresh
    @PostMapping("/{commune}/staff/{id}")
    View change(Commune commune, @PathVariable UUID id, Form form, Visitor visitor) {
        Person person = known(id);
        if (!staff.set(commune, id, wanted(form), Actor.of(visitor))) {
            form.refuse("roles", "people.staff.last-admin");
            return memberPage(commune, person, form, 422);
        }
        return View.redirect(path(commune, id), Flash.done("people.staff.changed", person.name()));
    }

    /** Ends all sessions of somebody whose account lives here. */
    @Allows(Role.ADMIN)
    @Fresh
    @PostMapping("/{commune}/staff/{id}/sessions")
    View end(Commune commune, @PathVariable UUID id, Visitor visitor) {
        Person person = known(id);
        if (!person.home().equals(commune.id())) {
            throw Problem.forbidden().raised();
        }
        int ended = sessions.endOthers(commune.id(), id, Optional.empty());
        audit.record(
                Actor.of(visitor), "people.sessions-ended", "person:" + id, Map.of("count", String.valueOf(ended)));
        return View.redirect(path(commune, id), Flash.done("people.staff.sessions-ended", person.name()));
    }

    /** Forgets the passkeys of somebody who lost them; the next sign-in by mail makes a new one. */
    @Allows(Role.ADMIN)
    @Fresh
    @PostMapping("/{commune}/staff/{id}/passkeys")
    View forget(Commune commune, @PathVariable UUID id, Visitor visitor) {
        Person person = known(id);
        if (!person.home().equals(commune.id())) {
            throw Problem.forbidden().raised();
        }
        int forgotten = passkeys.forgetAll(id);
        sessions.endOthers(commune.id(), id, Optional.empty());
        audit.record(
                Actor.of(visitor),
                "people.passkeys-forgotten",
                "person:" + id,
                Map.of("count", String.valueOf(forgotten)));
        return View.redirect(path(commune, id), Flash.done("people.staff.passkeys-forgotten", person.name()));
    }

    /** Only people who hold a role that is given here are shown; others are none of an administrator's business. */
    private Person known(UUID id) {
        boolean member = roles.of(id).stream().map(Grant::role).anyMatch(StaffPages::shown);
        return Optional.of(id)
                .filter(it -> member)
                .flatMap(accounts::find)
                .orElseThrow(() -> Problem.notFound().raised());
    }

    private static boolean shown(Role role) {
        return role != Role.RESIDENT && role != Role.NEIGHBOUR && role != Role.MERCHANT && role != Role.CASHIER;
    }

    private static Set<Role> wanted(Form form) {
        Set<Role> wanted = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (form.chosen("roles", role.code())) {
                wanted.add(role);
            }
        }
        return wanted;
    }

    private static List<Role> given(Commune commune) {
        return Staff.given(commune).stream().sorted().toList();
    }

    private static String path(Commune commune, UUID person) {
        return "/" + commune.slug() + "/staff/" + person;
    }
}
