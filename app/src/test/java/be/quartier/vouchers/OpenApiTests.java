package be.quartier.vouchers;

import static org.assertj.core.api.Assertions.assertThat;

import be.quartier.testing.QuartierTest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API names every route there is under {@code /api/v1}, and no other. */
@QuartierTest
class OpenApiTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void theDescriptionNamesEveryRouteAndNoOther() throws Exception {
        JsonNode paths = JsonMapper.builder()
                .build()
                .readTree(new ClassPathResource("openapi.json").getContentAsByteArray())
                .get("paths");
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (String method : path.getValue().propertyNames()) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        Set<String> served = new TreeSet<>();
        for (RequestMappingInfo route : routes.getHandlerMethods().keySet()) {
            for (String pattern : route.getPatternValues()) {
                for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/v1/")) {
                        served.add(method + " " + pattern);
                    }
                }
            }
        }
        assertThat(described).isEqualTo(served);
    }
}
