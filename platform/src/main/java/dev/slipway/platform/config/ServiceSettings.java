package dev.slipway.platform.config;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a service says of itself in its {@code application.yml}: the routes it has, the rules it follows. */
record ServiceSettings(Map<String, Object> values) {
    private static final String ROUTES = "spring.cloud.gateway.server.webflux.routes";

    /** Of a service without sources, as in a test of something else: nothing. */
    static ServiceSettings read(Path module) {
        Path file = module.resolve("src/main/resources/application.yml");
        var values = new LinkedHashMap<String, Object>();
        if (Files.exists(file)) {
            try {
                new Load(LoadSettings.builder().setLabel(file.toString()).build())
                        .loadAllFromString(Files.readString(file))
                        .forEach(document -> flatten("", document, values));
            } catch (YamlEngineException | IOException e) {
                throw new UserError(file + " cannot be read: " + e.getMessage(), "correct it", ExitCode.USAGE, e);
            }
        }
        return new ServiceSettings(values);
    }

    List<String> routes() {
        return values.get(ROUTES) instanceof List<?> routes
                ? routes.stream()
                        .filter(Map.class::isInstance)
                        .map(route -> String.valueOf(((Map<?, ?>) route).get("id")))
                        .toList()
                : List.of();
    }

    /** The name of the document whose rules of this kind the service follows. */
    Optional<String> rules(RuleKind kind) {
        return Optional.ofNullable(values.get("slipway.rules." + kind.key())).map(Object::toString);
    }

    private static void flatten(String prefix, Object node, Map<String, Object> values) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    flatten(prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, value, values);
                }
            });
        } else {
            values.put(prefix, node);
        }
    }
}
