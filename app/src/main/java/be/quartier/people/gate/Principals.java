package be.quartier.people.gate;

import be.quartier.people.Session;
import be.quartier.people.Sessions;
import be.quartier.people.TillPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers the till, the session or the signed-in person that the gate let through. */
final class Principals implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == TillPrincipal.class || type == Session.class || type == Sessions.Current.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Class<?> type = parameter.getParameterType();
        if (type == TillPrincipal.class && who instanceof TillAuthentication till) {
            return till.till();
        }
        if (type == Sessions.Current.class && who instanceof PersonAuthentication person) {
            return person.current();
        }
        if (type == Session.class && who instanceof PersonAuthentication person) {
            return person.current().session();
        }
        throw new IllegalStateException("the handler asks for a " + type.getSimpleName() + " its @Allows does not ask");
    }
}
