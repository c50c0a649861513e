package be.quartier.pages.web;

import be.quartier.commune.Allows;
import be.quartier.installation.Ids;
import be.quartier.pages.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every error becomes a page that says what happened, what was kept and what to do, or a problem under the API. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Ids ids;

    ErrorPages(Ids ids) {
        this.ids = ids;
    }

    /** Where the server sends whatever went wrong; asked for directly, it is a page that does not exist. */
    @Allows(everyone = true)
    @RequestMapping("/error")
    Problem error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status < 500) {
            int known = status < 400 ? 404 : status;
            return Problem.of(known, code(known), "pages.error." + ErrorKind.of(known) + ".text");
        }
        if (status == 503) {
            return Problem.of(503, "unavailable", "pages.error.503.text");
        }
        String reference = ids.randomUuid().toString().substring(0, 8);
        Object exception = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error("failure {}", reference, exception instanceof Throwable cause ? cause : null);
        return Problem.of(500, "failure", "pages.error.500.text", reference).with("reference", reference);
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "forbidden";
            case 404, 410 -> "not-found";
            case 405 -> "method-not-allowed";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 429 -> "too-many-requests";
            default -> "bad-request";
        };
    }

    /** Refusals thrown from deeper down. */
    @ControllerAdvice
    static class Raised {
        /** The problem the exception carries. */
        @ExceptionHandler
        Problem raised(Problem.Raised raised) {
            return raised.problem();
        }
    }
}
