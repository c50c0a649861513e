package be.quartier.demo.web;

import be.quartier.commune.DemoMode;
import be.quartier.pages.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 404 to everything under {@code /demo} where the installation is no demonstration. */
@Configuration(proxyBeanMethods = false)
class DemoWall implements WebMvcConfigurer {

    private final DemoMode mode;

    DemoWall(DemoMode mode) {
        this.mode = mode;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Guard(mode))
                .addPathPatterns("/demo", "/demo/**")
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    private record Guard(DemoMode mode) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (!mode.on()) {
                throw Problem.notFound().raised();
            }
            return true;
        }
    }
}
