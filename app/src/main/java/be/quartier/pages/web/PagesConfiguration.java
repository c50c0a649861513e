package be.quartier.pages.web;

import be.quartier.installation.MasterKey;
import be.quartier.pages.Asset;
import be.quartier.pages.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Puts templates, texts, static files and headers together. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

    /** Where templates are compiled to by the build. */
    static final String TEMPLATES = "be.quartier.templates";

    private final ObjectProvider<PageMaker> pageMaker;

    PagesConfiguration(ObjectProvider<PageMaker> pageMaker) {
        this.pageMaker = pageMaker;
    }

    @Bean
    static Texts texts(@Value("${quartier.texts.strict:false}") boolean strict) {
        return Texts.ofClassPath(strict);
    }

    @Bean
    static TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, PagesConfiguration.class.getClassLoader(), TEMPLATES);
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    static Asset assets(ObjectProvider<ResourceUrlProvider> urls) {
        return file -> {
            String url = urls.getObject().getForLookupPath("/assets/" + file);
            if (url == null) {
                throw new IllegalArgumentException("No static file " + file);
            }
            return url;
        };
    }

    @Bean
    static FlashCookie flashCookie(MasterKey key, Clock clock) {
        return new FlashCookie(key.derive("pages-flash"), clock);
    }

    /** Around all other filters: a session is looked up in the database before any page is. */
    @Bean
    static FilterRegistrationBean<DatabaseGone> databaseGone(
            @Qualifier("handlerExceptionResolver") ObjectProvider<HandlerExceptionResolver> answers) {
        var registration = new FilterRegistrationBean<>(new DatabaseGone(answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Before what may answer, and on error dispatches too, so that no answer goes without. */
    @Bean
    static FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageArguments());
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new Answers(pageMaker));
    }

    /** Files under /assets carry a hash of their content in their name and may be kept for a year. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(-1);
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new CssLinkResourceTransformer());
        registry.addResourceHandler("/favicon.ico", "/robots.txt")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }
}
