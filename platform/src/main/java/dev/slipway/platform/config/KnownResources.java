package dev.slipway.platform.config;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The calls of each service that follows rules of its own, as Sentinel names them: a method and the pattern of a path.
 * A test of the service writes them, so that rules can be checked where nothing runs.
 */
record KnownResources(Map<String, List<String>> services) {
    static final String FILE = ConfigFiles.DIRECTORY + "/schema/resources.json";

    static KnownResources read(Path home) {
        Path file = home.resolve(FILE);
        try {
            return new KnownResources(new JsonMapper().readValue(Files.readAllBytes(file), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UserError(FILE + " cannot be read: " + e, "restore it from git", ExitCode.USAGE, e);
        }
    }

    List<String> of(String service) {
        return services.getOrDefault(service, List.of());
    }
}
