package be.quartier.people.gate;

import be.quartier.commune.CommuneId;
import be.quartier.commune.Language;
import be.quartier.commune.Tenancy;
import be.quartier.commune.Visitor;
import be.quartier.pages.ProofDue;
import be.quartier.people.SecurityEvents;
import be.quartier.people.Session;
import be.quartier.people.Sessions;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every handler method: works out who the visitor is in the commune of the request and asks the method's
 * {@link be.quartier.commune.Allows}. What is no handler method (a file, an unknown address) is public.
 */
final class Gate implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Sessions sessions;
    private final SecurityEvents events;
    private final LostForms lost;
    private final Supplier<HandlerExceptionResolver> answers;
    private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

    Gate(Sessions sessions, SecurityEvents events, LostForms lost, Supplier<HandlerExceptionResolver> answers) {
        this.sessions = sessions;
        this.events = events;
        this.lost = lost;
        this.answers = answers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Rule.Asker asker = asker(request);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        Rule.Decision decision =
                rules.computeIfAbsent(method.getMethod(), Gate::read).decide(asker);
        Optional<Session> session = session();
        if (decision == Rule.Decision.ALLOWED) {
            session.ifPresent(mine -> lost.restore(mine, request, response));
            return true;
        }
        if (decision == Rule.Decision.CONFIRM_FIRST || decision == Rule.Decision.SECOND_FACTOR_FIRST) {
            session.ifPresent(mine -> lost.keep(mine, request, response));
        }
        events.refused("access-denied", person(asker), decision.name(), request);
        refuse(decision, request, response);
        return false;
    }

    private static Optional<Session> session() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication person
                ? Optional.of(person.current().session())
                : Optional.empty();
    }

    private static Rule read(Method method) {
        Rule rule = Rule.of(method);
        if (!rule.declared()) {
            LOG.error("{} allows nobody: it has no @Allows", method);
        }
        return rule;
    }

    /** Who asks; leaves visitor and language where pages and handlers find them. */
    private Rule.Asker asker(HttpServletRequest request) {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case TillAuthentication till -> {
                request.setAttribute(TillAuthentication.class.getName(), till);
                yield new Rule.Asker.Till();
            }
            case PersonAuthentication person -> {
                Sessions.Current current = person.current();
                CommuneId here =
                        Tenancy.current().orElseGet(() -> current.session().home());
                Sessions.Standing standing = sessions.standing(current, here);
                request.setAttribute(Visitor.class.getName(), standing.visitor());
                request.setAttribute(Language.class.getName(), current.person().language());
                if (!standing.latent().isEmpty()) {
                    new ProofDue().leave(request);
                }
                yield new Rule.Asker.Person(standing, sessions.fresh(current.session()));
            }
            case null, default -> new Rule.Asker.Nobody();
        };
    }

    private static Optional<java.util.UUID> person(Rule.Asker asker) {
        return asker instanceof Rule.Asker.Person person
                ? person.standing().visitor().person()
                : Optional.empty();
    }

    private void refuse(Rule.Decision decision, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (decision) {
            case ALLOWED -> throw new IllegalStateException("nothing to refuse");
            case TOKEN_NEEDED -> Refusal.TOKEN_NEEDED.write(request, response, answers.get());
            case FORBIDDEN -> Refusal.FORBIDDEN.write(request, response, answers.get());
            case SIGN_IN_FIRST -> lead("/sign-in", Refusal.NOT_SIGNED_IN, request, response);
            case SECOND_FACTOR_FIRST -> lead("/account/second-factor", Refusal.SECOND_FACTOR, request, response);
            case CONFIRM_FIRST -> lead("/account/confirm", Refusal.CONFIRMATION, request, response);
        }
    }

    /** Leads a person who was reading pages on; anything else gets the refusal itself. */
    private void lead(String to, Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accept = request.getHeader("Accept");
        boolean page = accept != null
                && accept.contains("text/html")
                && !request.getRequestURI().startsWith("/api/");
        if (!page) {
            refusal.write(request, response, answers.get());
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", to + "?to=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
    }

    /** Where to come back to: the page asked for, or the page whose form was sent. */
    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return ReturnPath.ofReferer(request);
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
