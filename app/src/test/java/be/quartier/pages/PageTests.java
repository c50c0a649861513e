package be.quartier.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import be.quartier.commune.Commune;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.ResolvableType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The frame of every page, without the sign-in in front of it: who may see what is the matrix test's matter. */
@QuartierTest
class PageTests {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private TestCommunes communes;

    private MockMvc web;
    private Commune commune;

    @BeforeEach
    void start() {
        Filter[] filters = context.getBeanProvider(ResolvableType.forClass(FilterRegistrationBean.class)).stream()
                .map(bean -> ((FilterRegistrationBean<?>) bean).getFilter())
                .filter(PageTests::ofThePagesThemselves)
                .toArray(Filter[]::new);
        assertThat(filters).hasSize(2);
        web = MockMvcBuilders.webAppContextSetup(context).addFilters(filters).build();
        commune = communes.fresh();
    }

    private static boolean ofThePagesThemselves(@Nullable Filter filter) {
        return filter != null && filter.getClass().getName().matches(".*(SecurityHeaders|CommuneFilter)");
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse();
    }

    @Test
    void theFirstPageNamesEveryCommune() throws Exception {
        var answer = answer(get("/"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("/" + commune.slug(), "Quelle est votre commune");
    }

    @ParameterizedTest
    @CsvSource({"nl,Welkom in", "de-BE,Willkommen", "'it, en;q=0.5',Welcome", "it,Bienvenue"})
    void aCommunesPageSpeaksTheBrowsersLanguageOrElseTheCommunesFirst(String accepted, String words) throws Exception {
        var answer = answer(get("/" + commune.slug()).header("Accept-Language", accepted));
        assertThat(answer.getContentAsString()).contains(words);
        assertThat(answer.getHeader("Vary")).contains("Accept-Language");
    }

    @Test
    void theSwitchOfLanguageIsRememberedAndComesBack() throws Exception {
        var answer = answer(post("/language").param("language", "nl").param("back", "/" + commune.slug()));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getHeader("Location")).isEqualTo("/" + commune.slug());
        var again = answer(get("/" + commune.slug())
                .header("Accept-Language", "de")
                .cookie(Objects.requireNonNull(answer.getCookie("language"))));
        assertThat(again.getContentAsString()).contains("<html lang=\"nl\"");
    }

    @ParameterizedTest
    @CsvSource({"//evil.example", "https://evil.example/", "/\\evil.example", "''", "'/a\r\nX: y'"})
    void theSwitchNeverLeadsToAnotherSite(String back) throws Exception {
        var answer = answer(post("/language").param("language", "nl").param("back", back));
        assertThat(answer.getHeader("Location")).isEqualTo("/");
    }

    @Test
    void everyAnswerCarriesTheHeadersErrorsIncluded() throws Exception {
        for (String path : new String[] {"/", "/" + commune.slug(), "/no/such/page", "/language", "/favicon.ico"}) {
            var answer = answer(get(path));
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()");
        }
        assertThat(answer(get("/" + commune.slug() + "/till")).getHeader("Permissions-Policy"))
                .contains("camera=(self)");
    }

    @Test
    void aMessageIsShownOnceAndAForgedOneNever() throws Exception {
        assertThat(answer(get("/" + commune.slug()).cookie(new Cookie("flash", "e30.AAAA")))
                        .getContentAsString())
                .doesNotContain("class=\"flash");
    }

    @Test
    void anUnknownCommuneIsAPageThatDoesNotExist() throws Exception {
        assertThat(answer(get("/no-such-commune")).getStatus()).isEqualTo(404);
    }

    @Test
    void theStylePageExistsInADemoOnly() throws Exception {
        var answer = answer(get("/design"));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("Il n’y a rien à cette adresse");
        var problem = answer(get("/design").accept("application/json").header("Accept-Language", "nl"));
        assertThat(problem.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.getContentAsString()).contains("\"code\":\"not-found\"", "Misschien is de pagina verhuisd");
    }

    @Test
    void staticFilesAreKeptForAYearUnderTheHashOfTheirContent() throws Exception {
        String page = answer(get("/")).getContentAsString();
        String url = page.replaceAll("(?s).*href=\"(/assets/quartier-[0-9a-f]{32}\\.css)\".*", "$1");
        var answer = answer(get(url));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("max-age=31536000", "immutable");
    }
}
