package be.quartier.pages.web;

import be.quartier.commune.Allows;
import be.quartier.commune.Language;
import be.quartier.pages.Form;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The visible switch of language: remembers the choice for a year on this device. */
@Controller
class LanguageSwitch {

    private static final Duration LIFE = Duration.ofDays(365);

    /** Chooses a language and goes back to the page it was chosen on. */
    @Allows(everyone = true)
    @PostMapping("/language")
    View choose(Form form, HttpServletRequest request, HttpServletResponse response) {
        Language language = Language.of(form.text("language"))
                .orElseThrow(() ->
                        Problem.of(400, "bad-request", "pages.error.400.text").raised());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(RequestFacts.LANGUAGE_COOKIE, language.code())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(LIFE)
                        .build()
                        .toString());
        String back = form.text("back");
        return View.redirect(View.isLocal(back) ? back : "/");
    }
}
