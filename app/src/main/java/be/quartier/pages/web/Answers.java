package be.quartier.pages.web;

import be.quartier.commune.Language;
import be.quartier.pages.Problem;
import be.quartier.pages.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** Turns what controllers return, a {@link View} or a {@link Problem}, into the answer. */
final class Answers implements HandlerMethodReturnValueHandler {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** When a refusal does not say itself when to try again. */
    private static final long RETRY_AFTER_SECONDS = 5;

    private final ObjectProvider<PageMaker> pages;

    Answers(ObjectProvider<PageMaker> pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return View.class.isAssignableFrom(type.getParameterType()) || type.getParameterType() == Problem.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch (Objects.requireNonNull(value, "A controller answered nothing")) {
            case View.Shown shown ->
                pages.getObject().write(shown.template(), shown.params(), shown.status(), request, response);
            case View.Redirect redirect -> {
                redirect.flash().ifPresent(flash -> pages.getObject().leave(flash, request, response));
                response.setStatus(303);
                response.setHeader("Location", redirect.path());
            }
            case Problem problem -> problem(problem, request, response);
            default -> throw new IllegalStateException("Not an answer: " + value.getClass());
        }
    }

    private void problem(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem.status() == 503 || problem.status() == 429) {
            Object seconds = problem.more().getOrDefault(Problem.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.setHeader("Retry-After", seconds.toString());
        }
        if (!RequestFacts.wantsJson(request)) {
            pages.getObject().write("pages/error", Map.of("problem", problem), problem.status(), request, response);
            return;
        }
        Language language = RequestFacts.language(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:quartier:problem:" + problem.code());
        body.put(
                "title",
                pages.getObject().texts().text(language, "pages.error." + ErrorKind.of(problem.status()) + ".title"));
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put(
                "detail",
                pages.getObject()
                        .texts()
                        .text(language, problem.key(), problem.args().toArray()));
        body.putAll(problem.more());
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", language.code());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
