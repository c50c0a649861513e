package be.quartier.vouchers.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the forms that send personal files be read from the connection; it stands before everything that reads forms. */
@Configuration(proxyBeanMethods = false)
class SentForms {

    private static final Pattern PATH =
            Pattern.compile("/[^/]+/vouchers/(campaigns/[^/]+/registry|proof/[^/]+|proof/follow/(answer|appeal))");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> sentFormFilter() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new Streaming());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    private static final class Streaming extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String type = request.getContentType();
            Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
            boolean form = request.getMethod().equals("POST")
                    && type != null
                    && type.startsWith("multipart/form-data")
                    && boundary.find()
                    && PATH.matcher(request.getRequestURI()).matches();
            chain.doFilter(form ? new SentForm(request, boundary.group(1)) : request, response);
        }
    }
}
