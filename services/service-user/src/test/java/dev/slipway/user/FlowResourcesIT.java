package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class FlowResourcesIT extends ServiceTest {
    private static final Path FILE = Path.of("../../deploy/config/schema/resources.json");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** After a change of a path: {@code -Dslipway.keys.write=true} writes the file anew. */
    @Test
    void theCommittedResourcesAreTheCallsOfThisService() throws IOException {
        List<String> calls = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(FlowResourcesIT::names)
                .sorted()
                .toList();
        var committed = json.readValue(FILE.toFile(), new TypeReference<TreeMap<String, List<String>>>() {});
        if (Boolean.getBoolean("slipway.keys.write")) {
            committed.put("service-user", calls);
            var lines = new DefaultPrettyPrinter();
            lines.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            Files.writeString(FILE, json.writer(lines).writeValueAsString(committed) + "\n");
        }
        assertThat(committed.get("service-user")).isEqualTo(calls);
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + ":" + path));
    }
}
