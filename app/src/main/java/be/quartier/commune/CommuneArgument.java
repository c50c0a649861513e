package be.quartier.commune;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Gives handlers the {@link Commune} of the request; 404 where the address names none. */
final class CommuneArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Commune.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object commune = request.getAttribute(CommuneFilter.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (commune == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "unknown-commune");
        }
        return commune;
    }
}
