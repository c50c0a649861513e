package be.quartier.setup.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Role;
import be.quartier.commune.Visitor;
import be.quartier.pages.Door;
import be.quartier.pages.Flash;
import be.quartier.pages.Form;
import be.quartier.pages.Icon;
import be.quartier.pages.View;
import be.quartier.people.EmailAddress;
import be.quartier.people.SignIn;
import be.quartier.setup.FirstRun;
import be.quartier.setup.Joining;
import be.quartier.setup.Joining.Invitation;
import be.quartier.setup.Joining.Joined;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An administrator invites another commune; whoever was invited opens it on one page. */
@Controller
class CommuneJoinPages {

    /** A placeholder: the commune that joins gets the smallest free number. */
    private static final CommuneId NOT_YET = FirstRun.FIRST;

    private final Joining joining;
    private final SignIn signIn;

    CommuneJoinPages(Joining joining, SignIn signIn) {
        this.joining = joining;
        this.signIn = signIn;
    }

    @Bean
    static Door inviteDoor() {
        return Door.forRoles("setup.door.invite", "/communes/invite", Icon.TOWN_HALL, 95, Role.ADMIN);
    }

    @Allows(Role.ADMIN)
    @GetMapping("/{commune}/communes/invite")
    View ask() {
        return View.of("setup/invite", Map.of("form", Form.empty()));
    }

    @Allows(Role.ADMIN)
    @PostMapping("/{commune}/communes/invite")
    View invite(Form form, Commune commune, Visitor visitor, Language language) {
        Optional<EmailAddress> address = EmailAddress.of(form.text("address"));
        if (address.isEmpty()) {
            form.refuse("address", "setup.address.wrong");
            return View.refused("setup/invite", Map.of("form", form));
        }
        joining.invite(address.get(), Language.of(form.text("language")).orElse(language), visitor.id());
        return View.redirect("/" + commune.slug() + "/communes/invite", Flash.done("setup.invited"));
    }

    /** What the mailed link opens. */
    @Allows(everyone = true)
    @GetMapping("/join/{token}")
    View form(@PathVariable String token, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        return joining.open(token)
                .map(invitation -> page(token, invitation, Form.empty().with("languages", "fr"), 200))
                .orElseGet(() -> View.of("setup/ended", Map.of(), 410));
    }

    @Allows(everyone = true)
    @PostMapping("/join/{token}")
    View join(
            @PathVariable String token,
            Form form,
            Language language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Invitation> invitation = joining.open(token);
        if (invitation.isEmpty()) {
            return View.of("setup/ended", Map.of(), 410);
        }
        Optional<Commune> wanted = CommuneFields.read(form, NOT_YET);
        String administrator = CommuneFields.administrator(form);
        if (wanted.isEmpty() || form.refused()) {
            return page(token, invitation.get(), form, 422);
        }
        return switch (joining.join(invitation.get(), wanted.get(), administrator, language)) {
            case Joined.Open(CommuneId commune, var person) -> {
                signIn.atFirstRun(request, response, commune, person);
                yield View.redirect(
                        "/account/second-factor?to=/" + wanted.get().slug() + "/staff", Flash.done("setup.done"));
            }
            case Joined.Taken _ -> page(token, invitation.get(), form.refuse("name-fr", "setup.name.taken"), 422);
        };
    }

    private static View page(String token, Invitation invitation, Form form, int status) {
        return View.of(
                "setup/join",
                Map.of("token", token, "address", invitation.address().value(), "form", form),
                status);
    }
}
