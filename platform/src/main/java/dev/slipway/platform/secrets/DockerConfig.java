package dev.slipway.platform.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** A file with somebody's logins at registries, as {@code docker login} and {@code podman login} write it. */
public final class DockerConfig {
    private static final int MOST_BYTES = 1024 * 1024; // of a Secret
    private static final String AUTHS = "auths";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final JsonNode content;

    private DockerConfig(Path file, JsonNode content) {
        this.file = file;
        this.content = content;
    }

    /** @throws UserError when it is no such file; nothing of what is in it is shown */
    public static DockerConfig read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw error(file, "it is larger than 1 MiB", "give the config.json of Docker");
            }
            JsonNode content = JSON.readTree(bytes);
            if (!content.path(AUTHS).isObject()) {
                throw error(file, "it has no 'auths'", "'docker login' writes one, in ~/.docker/config.json");
            }
            return new DockerConfig(file, content);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String where = place == null ? "" : ": line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw error(file, "it is not JSON" + where, "give the config.json of Docker");
        } catch (IOException e) {
            throw new UserError(
                    file + " cannot be read" + (Files.exists(file) ? "" : ": it is not there"),
                    "give the config.json of Docker, e.g. ~/.docker/config.json",
                    ExitCode.USAGE,
                    e);
        }
    }

    private static UserError error(Path file, String what, String fix) {
        return new UserError(file + " is no configuration of Docker with a login: " + what, fix, ExitCode.USAGE);
    }

    /**
     * The logins that are needed to pull some images, and no other.
     *
     * @param registry of our own images, whose login has to be there
     * @throws UserError when it is not
     */
    public RegistryLogin login(String registry, Collection<String> images) {
        var chosen = JSON.createObjectNode();
        var places = new TreeMap<String, String>();
        content.path(AUTHS).properties().forEach(entry -> {
            String place = place(entry.getKey());
            if (images.stream().anyMatch(image -> isAt(place, image))) {
                Optional<String> auth = auth(place, entry.getValue());
                auth.ifPresent(found -> chosen.putObject(entry.getKey()).put("auth", found));
                auth.ifPresent(found -> places.put(place, entry.getKey()));
            }
        });
        if (places.keySet().stream().noneMatch(place -> isAt(place, registry + "/any"))) {
            throw missing(registry);
        }
        ObjectNode all = JSON.createObjectNode();
        all.set(AUTHS, chosen);
        return new RegistryLogin(places.keySet(), all.toString());
    }

    /** Without what Docker puts around the name of a registry. */
    private static String place(String key) {
        String place = key.replaceFirst("^https?://", "").replaceFirst("(/v[12])?/?$", "");
        return place.matches("(index\\.|registry-1\\.)?docker\\.io") ? "docker.io" : place;
    }

    /** Whether an image comes from there; one without a registry comes from Docker's. */
    private static boolean isAt(String place, String image) {
        boolean full = image.matches("([^/]*[.:][^/]*|localhost)/.*");
        return ((full ? "" : "docker.io/") + image).startsWith(place + "/");
    }

    /** Empty where a helper keeps it. */
    private Optional<String> auth(String place, JsonNode entry) {
        if (entry.has("password")) {
            String pair = entry.path("username").asText() + ":"
                    + entry.path("password").asText();
            return Optional.of(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        if (entry.path("auth").asText().isEmpty()) {
            return Optional.empty();
        }
        String auth = entry.path("auth").asText();
        if (!holdsPassword(auth)) {
            throw error(
                    file,
                    "that at " + place
                            + (entry.has("identitytoken")
                                    ? " is an identity token, which nodes do not take"
                                    : " is no base64 of user:password"),
                    "sign in there with a password or an access token of the registry");
        }
        return Optional.of(auth);
    }

    private static boolean holdsPassword(String auth) {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8)
                    .matches("(?s)[^:]+:[^\\x00]+\\x00*");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private UserError missing(String registry) {
        String place = registry.replaceFirst("/.*", "");
        String helper = content.path("credHelpers")
                .path(place)
                .asText(content.path("credsStore").asText());
        return helper.isEmpty()
                ? error(file, "it has none at " + place, "docker login " + place)
                : error(
                        file,
                        "that at " + place + " is kept by the credential helper '" + helper + "', not in this file",
                        "podman login --authfile FILE " + place + ", then give that file");
    }
}
