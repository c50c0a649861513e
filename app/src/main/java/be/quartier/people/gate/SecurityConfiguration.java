package be.quartier.people.gate;

import be.quartier.installation.MasterKey;
import be.quartier.people.Drafts;
import be.quartier.people.SecurityEvents;
import be.quartier.people.SessionCookie;
import be.quartier.people.Sessions;
import be.quartier.people.TillTokens;
import be.quartier.people.Vault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one security chain: who asks, whether the form came from this site, and then the {@link Gate} before each handler.
 * Security headers are the pages' own filter.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Addresses that programs call without having read a form; {@link OriginCheck} stands before them instead. */
    private static final List<String> WITHOUT_FORM = List.of("/api/", "/demo/", "/open311/", "/webhooks/");

    /** Mail programs post here for somebody who unsubscribes with one click (RFC 8058): the address itself is the secret. */
    private static final Pattern ONE_CLICK = Pattern.compile("/[^/]+/mailings/[^/]+");

    private final ObjectProvider<Gate> gate;

    SecurityConfiguration(ObjectProvider<Gate> gate) {
        this.gate = gate;
    }

    @Bean
    static RequestCredentials requestCredentials(
            Sessions sessions, SessionCookie cookie, ObjectProvider<TillTokens> tills) {
        return new RequestCredentials(sessions, cookie, tills);
    }

    @Bean
    static Gate gate(
            Sessions sessions,
            SecurityEvents events,
            LostForms lost,
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> answers) {
        return new Gate(sessions, events, lost, answers::getObject);
    }

    @Bean
    static FormTokens formTokens(MasterKey master, Vault vault, SessionCookie cookie) {
        return new FormTokens(master, vault, cookie);
    }

    @Bean
    static LostForms lostForms(Drafts drafts, Sessions sessions, SessionCookie cookie, FormTokens tokens) {
        return new LostForms(drafts, sessions, cookie, tokens);
    }

    /** Requests are timed as a whole; a stopwatch around each of some fifteen filters cost more than most of them. */
    @Bean
    static SecurityObservationSettings timings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static SecurityFilterChain chain(
            HttpSecurity http,
            RequestCredentials credentials,
            FormTokens tokens,
            LostForms lost,
            SecurityEvents events,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers,
            Environment environment)
            throws Exception {
        String baseUrl = environment.getProperty("quartier.base-url", "http://localhost");
        return http.securityContext(context -> context.securityContextRepository(credentials))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(SecurityConfiguration::fromAForm))
                .exceptionHandling(denied -> denied.accessDeniedHandler((request, response, why) -> {
                    events.refused("request-refused", Optional.empty(), "form-expired", request);
                    if (!lost.recover(request, response)) {
                        Refusal.FORM_EXPIRED.write(request, response, answers);
                    }
                }))
                .addFilterBefore(new OriginCheck(credentials, events, answers, baseUrl), CsrfFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** No password is ever compared: sign-in opens sessions itself. */
    @Bean
    static AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new BadCredentialsException("there are no passwords here");
        };
    }

    private static boolean fromAForm(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod())
                && WITHOUT_FORM.stream().noneMatch(request.getRequestURI()::startsWith)
                && !ONE_CLICK.matcher(request.getRequestURI()).matches();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate.getObject());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Principals());
    }
}
