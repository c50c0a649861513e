package be.quartier.vouchers.web;

import be.quartier.commune.Allows;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the JSON API; kept by hand, and a test compares it with the routes. */
@Controller
class OpenApi {

    private final byte[] description;

    OpenApi() throws IOException {
        description = new ClassPathResource("openapi.json")
                .getContentAsString(StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The whole description. */
    @GetMapping("/api/openapi.json")
    @Allows(everyone = true)
    void show(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(description.length);
        response.getOutputStream().write(description);
    }
}
