package dev.slipway.platform.secrets;

import java.util.Collection;
import java.util.List;

/** What nodes sign in with at registries; it shows itself by their names alone. */
public final class RegistryLogin {
    private final List<String> registries;
    private final String content;

    RegistryLogin(Collection<String> registries, String content) {
        this.registries = List.copyOf(registries);
        this.content = content;
    }

    /** As a Secret of type dockerconfigjson holds it. */
    public String content() {
        return content;
    }

    @Override
    public String toString() {
        return "login at " + String.join(", ", registries);
    }
}
