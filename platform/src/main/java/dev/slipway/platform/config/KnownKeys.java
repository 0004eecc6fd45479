package dev.slipway.platform.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The keys below {@code slipway} that each service has, with their Java types, as the compiler found them in its records.
 * They are committed, so that documents can be checked where nothing is built.
 */
record KnownKeys(Map<String, Map<String, String>> services) {
    static final String FILE = ConfigFiles.DIRECTORY + "/schema/keys.json";
    private static final String METADATA = "target/classes/META-INF/spring-configuration-metadata.json";
    private static final Pattern LIBRARY = Pattern.compile("<artifactId>slipway-(web|security|messaging)</artifactId>");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static KnownKeys read(Path home) {
        Path file = home.resolve(FILE);
        try {
            return new KnownKeys(JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UserError(FILE + " cannot be read: " + e, "restore it from git", ExitCode.USAGE, e);
        }
    }

    /** The keys of a service and of the libraries it uses; empty when one of these is not built. */
    static Optional<Map<String, String>> collect(Path home, Path module) throws IOException {
        Set<Path> sources = libraries(home, module);
        sources.add(module);
        var keys = new TreeMap<String, String>();
        for (Path source : sources) {
            if (!Files.isDirectory(source.resolve("target/classes"))) {
                return Optional.empty();
            }
            keys.putAll(keys(source.resolve(METADATA)));
        }
        return Optional.of(keys);
    }

    String text() throws IOException {
        return JSON.writeValueAsString(services) + "\n";
    }

    Map<String, String> of(String service) {
        return services.getOrDefault(service, Map.of());
    }

    Map<String, String> ofAll() {
        var all = new TreeMap<String, String>();
        services.values().forEach(all::putAll);
        return all;
    }

    private static Set<Path> libraries(Path home, Path module) throws IOException {
        var libraries = new TreeSet<Path>();
        LIBRARY.matcher(Files.readString(module.resolve("pom.xml")))
                .results()
                .forEach(found -> libraries.add(home.resolve("services/libs/" + found.group(1))));
        return libraries;
    }

    private static Map<String, String> keys(Path metadata) throws IOException {
        var keys = new TreeMap<String, String>();
        if (Files.exists(metadata)) {
            for (JsonNode property : JSON.readTree(Files.readAllBytes(metadata)).path("properties")) {
                String name = property.path("name").asText();
                if (name.startsWith("slipway.")) {
                    keys.put(name, property.path("type").asText("java.lang.String"));
                }
            }
        }
        return keys;
    }
}
