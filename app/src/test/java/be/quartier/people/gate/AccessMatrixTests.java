package be.quartier.people.gate;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.commune.Allows;
import be.quartier.commune.Commune;
import be.quartier.commune.Role;
import be.quartier.installation.MasterKey;
import be.quartier.people.Accounts;
import be.quartier.people.Roles;
import be.quartier.people.SessionCookie;
import be.quartier.people.Sessions;
import be.quartier.people.Vault;
import be.quartier.testing.QuartierTest;
import be.quartier.testing.TestCommunes;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the application, called over HTTP by every kind of asker: each passes the gate exactly where the route's
 * {@link Allows} says so. Routes are read from the running application, so a new one is in the matrix by itself.
 */
@QuartierTest
@Import(Probe.class)
class AccessMatrixTests {

    private final RequestMappingHandlerMapping mapping;
    private final Browser browser;
    private final Persons persons;
    private final FormTokens tokens;
    private final Commune here;
    private final Commune there;

    @Autowired
    AccessMatrixTests(
            @LocalServerPort int port,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            TestCommunes communes,
            Accounts accounts,
            Roles roles,
            Sessions sessions,
            MasterKey master,
            Vault vault,
            SessionCookie cookies) {
        this.mapping = mapping;
        this.browser = new Browser(port);
        this.persons = new Persons(accounts, roles, sessions);
        this.tokens = new FormTokens(master, vault, cookies);
        this.here = communes.fresh();
        this.there = communes.fresh();
    }

    private record Route(String method, String pattern, Set<String> headers, HandlerMethod handler) {

        /** Whether what the asker sends reaches this handler, and not its neighbour for requests with a token. */
        boolean reachedBy(Asker asker, List<Route> all) {
            return asker.token().isEmpty()
                    ? !forTokens()
                    : forTokens() || all.stream().noneMatch(other -> other.forTokens() && other.beside(this));
        }

        private boolean forTokens() {
            return headers.contains("Authorization");
        }

        private boolean beside(Route other) {
            return pattern.equals(other.pattern) && method.equals(other.method);
        }

        Optional<Allows> allows() {
            return Optional.ofNullable(handler.getMethodAnnotation(Allows.class));
        }

        boolean inCommune() {
            return pattern.contains("{commune}");
        }

        boolean api() {
            return pattern.startsWith("/api/");
        }

        String path(Commune commune) {
            return pattern.replace("{commune}", commune.slug())
                    .replaceAll("\\{\\*[^}]*}", "x")
                    .replaceAll("\\{[^}]*}", new UUID(7, 7).toString())
                    .replace("**", "x")
                    .replace("*", "x");
        }
    }

    /** Somebody who asks: what they send, and the roles that should count here and on routes of no commune. */
    private record Asker(
            String name,
            String cookie,
            Optional<String> session,
            String token,
            boolean signedInHere,
            Set<Role> rolesHere,
            boolean signedIn,
            Set<Role> roles) {}

    @Test
    void everyRouteLetsThroughExactlyThoseItDeclares() throws Exception {
        List<Asker> askers = askers();
        List<Route> routes = routes().toList();
        List<String> wrong = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<List<String>>> work = new ArrayList<>();
            routes.forEach(route -> work.add(() -> askers.stream()
                    .filter(asker -> route.reachedBy(asker, routes))
                    .flatMap(asker -> check(route, asker).stream())
                    .toList()));
            for (Future<List<String>> done : pool.invokeAll(work)) {
                wrong.addAll(done.get());
            }
        }
        assertThat(routes).as("routes found").hasSizeGreaterThan(8);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRouteOfOursDeclaresWhoMayCallIt() {
        assertThat(mapping.getHandlerMethods().values().stream()
                        .filter(handler ->
                                handler.getBeanType().getPackageName().startsWith("be.quartier"))
                        .filter(handler -> handler.getBeanType() != Probe.Handlers.class)
                        .filter(handler -> handler.getMethodAnnotation(Allows.class) == null)
                        .map(HandlerMethod::getShortLogMessage))
                .isEmpty();
    }

    @Test
    void everyFormIsRefusedWithoutItsHiddenField() {
        String everyRole = persons.signedIn(here, Role.values());
        assertThat(routes().filter(route -> !route.method().equals("GET"))
                        .filter(route -> Stream.of("/api/", "/demo/", "/open311/", "/webhooks/")
                                .noneMatch(route.pattern()::startsWith))
                        // One click in a mail program: the secret in the address stands for the field.
                        .filter(route -> !route.pattern().equals("/{commune}/mailings/{token}"))
                        .filter(route -> browser.request(route.method(), route.path(here))
                                        .cookie(everyRole)
                                        .header(Probe.STOP, "1")
                                        .send()
                                        .statusCode()
                                != 403))
                .isEmpty();
    }

    private Optional<String> check(Route route, Asker asker) {
        boolean expected = expected(route, asker);
        var sending = browser.request(route.method(), route.path(here))
                .cookie(asker.cookie())
                .header(Probe.STOP, "1");
        if (!asker.token().isEmpty()) {
            sending.header("Authorization", "Bearer " + asker.token());
        }
        if (!route.method().equals("GET")) {
            sending.header(
                    "X-CSRF-TOKEN", masked(asker.session().map(tokens::derived).orElse("A".repeat(43))));
            if (asker.session().isEmpty()) {
                sending.cookie("quartier-form=" + "A".repeat(43));
            }
        }
        HttpResponse<String> answer = sending.send();
        int status = answer.statusCode();
        boolean led = status == 303
                && Stream.of("/sign-in?", "/account/second-factor?", "/account/confirm?")
                        .anyMatch(Browser.location(answer)::startsWith);
        if (route.pattern().startsWith("/demo")) {
            return status == 404
                    ? Optional.empty()
                    : Optional.of(route.method() + " " + route.pattern() + " outside a demo: " + status);
        }
        boolean passed = status == Probe.PASSED;
        boolean denied = status == 401 || status == 403 || led;
        return (expected ? passed : denied)
                ? Optional.empty()
                : Optional.of("%s %s by %s: %s, but %d"
                        .formatted(
                                route.method(),
                                route.pattern(),
                                asker.name(),
                                expected ? "allowed" : "denied",
                                status));
    }

    /** As pages write it: a pad, here of zeros, and the token under the pad. */
    private static String masked(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .encodeToString(ByteBuffer.allocate(2 * bytes.length)
                        .position(bytes.length)
                        .put(bytes)
                        .array());
    }

    private static boolean expected(Route route, Asker asker) {
        if (route.allows().isEmpty()) {
            return false;
        }
        Allows allows = route.allows().get();
        boolean asTill = !asker.token().isEmpty() && route.api();
        if (allows.everyone()) {
            return true;
        }
        if (asTill) {
            return allows.tills() && route.inCommune() && asker.name().equals("a till here");
        }
        Set<Role> counting = route.inCommune() ? asker.rolesHere() : asker.roles();
        boolean signedIn = route.inCommune() ? asker.signedInHere() : asker.signedIn();
        return signedIn && (allows.signedIn() || Stream.of(allows.value()).anyMatch(counting::contains));
    }

    private List<Asker> askers() {
        List<Asker> askers = new ArrayList<>();
        askers.add(new Asker("nobody", "", Optional.empty(), "", false, Set.of(), false, Set.of()));
        askers.add(till("a till here", here));
        askers.add(till("a till of another commune", there));
        askers.add(person("somebody without a role", here, true, Set.of(), Set.of()));
        for (Role role : Role.values()) {
            askers.add(person(role.code(), here, true, Set.of(role), Set.of(role)));
            if (role.staff()) {
                askers.add(person(role.code() + " without second factor", here, false, Set.of(role), Set.of()));
            }
        }
        askers.add(person("every role of another commune", there, true, Set.of(Role.values()), Set.of()));
        return askers;
    }

    private Asker till(String name, Commune commune) {
        String token = "till-" + commune.id().value();
        return new Asker(name, "", Optional.empty(), token, false, Set.of(), false, Set.of());
    }

    private Asker person(String name, Commune home, boolean secondFactor, Set<Role> held, Set<Role> counting) {
        UUID person = persons.person(home, held.toArray(Role[]::new));
        String cookie = persons.cookie(home, person, secondFactor);
        String session =
                persons.sessions().live(home.id(), person).getFirst().id().toString();
        boolean atHome = home.equals(here);
        return new Asker(
                name, cookie, Optional.of(session), "", atHome, counting, true, secondFactor ? held : counting);
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("be.quartier"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<String> headers = info.getHeadersCondition().getExpressions().stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Route(method.name(), pattern, headers, handler)));
    }
}
