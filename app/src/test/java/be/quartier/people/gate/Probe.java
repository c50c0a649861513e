package be.quartier.people.gate;

import be.quartier.commune.Allows;
import be.quartier.commune.Role;
import be.quartier.commune.Tenancy;
import be.quartier.commune.Visitor;
import be.quartier.people.Fresh;
import be.quartier.people.TillPrincipal;
import be.quartier.people.TillTokens;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers of every kind, known tills, and a stop behind the gate that shows who came through. */
@TestConfiguration(proxyBeanMethods = false)
class Probe implements WebMvcConfigurer {

    /** With this header a request that passes the gate is answered {@link #PASSED} instead of being handled. */
    static final String STOP = "X-Test-Stop";

    static final int PASSED = 299;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (request.getHeader(STOP) == null || request.getDispatcherType() == DispatcherType.ERROR) {
                            return true;
                        }
                        response.setStatus(PASSED);
                        return false;
                    }
                })
                .order(Integer.MAX_VALUE);
    }

    /** The till of commune n has the token {@code till-n}. */
    @Bean
    @Primary
    TillTokens probeTills() {
        return token -> token.equals("till-" + Tenancy.required().value())
                ? Optional.of(new TillPrincipal(new UUID(0, 1), new UUID(0, 2)))
                : Optional.empty();
    }

    /** One handler of each kind; a test component, so that no other test's application finds it. */
    @TestComponent
    @Controller
    @ResponseBody
    static class Handlers {

        @GetMapping("/{commune}/probe/undeclared")
        String undeclared() {
            return "never";
        }

        @Allows(everyone = true)
        @GetMapping("/{commune}/probe/everyone")
        String everyone(HttpServletRequest request, CsrfToken token) {
            return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor
                    ? visitor.name() + " " + token.getToken()
                    : "nobody " + token.getToken();
        }

        @Allows(everyone = true)
        @PostMapping("/{commune}/probe/everyone")
        String send() {
            return "sent";
        }

        @Allows(signedIn = true)
        @GetMapping("/{commune}/probe/signed-in")
        String signedIn() {
            return "in";
        }

        @Allows({Role.FINANCE, Role.APPROVER})
        @GetMapping("/{commune}/probe/finance")
        String finance() {
            return "finance";
        }

        @Allows(Role.FINANCE)
        @Fresh
        @GetMapping("/{commune}/probe/fresh")
        String fresh() {
            return "fresh";
        }

        @Allows(signedIn = true)
        @GetMapping("/probe/anywhere")
        String anywhere() {
            return "anywhere";
        }

        @Allows(tills = true)
        @PostMapping("/api/v1/communes/{commune}/probe/till")
        String till(TillPrincipal till) {
            return till.till().toString();
        }

        @Allows(value = Role.ECONOMY, tills = true)
        @PostMapping("/api/v1/communes/{commune}/probe/both")
        String both() {
            return "both";
        }
    }
}
