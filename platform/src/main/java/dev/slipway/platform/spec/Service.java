package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Spring Boot process of an environment; its name is its key, and the name under which it registers.
 *
 * @param module directory of its Maven module; {@code services/<name>} when left out
 * @param port what it listens on
 * @param entry whether callers from outside come in here; one service does
 * @param needs middleware and services that have to be ready before it starts; its secrets follow from the middleware
 * @param schema short name of its database schema ({@code user} for {@code slipway_user}); with {@code needs: [mysql]}
 *     only
 * @param secrets what it is given beside the secrets of what it needs
 * @param memory what it may use as a whole
 * @param environment further variables of its process, none of them secret
 */
public record Service(
        @Nullable @Matches(value = "(?!.*\\.\\.)[A-Za-z0-9][A-Za-z0-9._/-]*", allowed = "a directory below the sources")
        String module,

        @Between(min = 1, max = 65535) int port,
        @Default("false") boolean entry,
        List<String> needs,

        @Nullable @Matches(value = "[a-z][a-z0-9_]{0,31}", allowed = "lower-case letters, digits and underscores")
        String schema,

        Set<ServiceSecret> secrets,
        @Default("256Mi") Memory memory,
        Map<String, String> environment) {
    /** The directory of the Maven module of the service with this name, relative to the sources. */
    public String moduleOf(String name) {
        return module == null ? "services/" + name : module;
    }
}
