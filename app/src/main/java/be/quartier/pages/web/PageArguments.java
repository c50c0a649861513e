package be.quartier.pages.web;

import be.quartier.commune.Language;
import be.quartier.commune.Visitor;
import be.quartier.pages.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the visitor, the language and the form of the request. */
final class PageArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Visitor.class || type == Language.class || type == Form.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("Not a request over HTTP");
        }
        Class<?> type = parameter.getParameterType();
        if (type == Visitor.class) {
            return RequestFacts.visitor(request);
        }
        return type == Language.class ? RequestFacts.language(request) : Form.of(request.getParameterMap());
    }
}
