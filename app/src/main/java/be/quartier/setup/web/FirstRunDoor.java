package be.quartier.setup.web;

import be.quartier.setup.FirstRun;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sends whoever opens an installation without commune to its first run. */
@Configuration(proxyBeanMethods = false)
class FirstRunDoor implements WebMvcConfigurer, HandlerInterceptor {

    private final FirstRun firstRun;

    FirstRunDoor(FirstRun firstRun) {
        this.firstRun = firstRun;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (firstRun.open()) {
            response.sendRedirect("/setup");
            return false;
        }
        return true;
    }
}
