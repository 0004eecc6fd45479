package dev.slipway.security.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start on a secret that is missing, shorter than {@value #LEAST_LENGTH} characters or well known. A service
 * lists what it needs under {@code slipway.secrets.required}. Only the profile {@code test} is exempt.
 */
final class RequiredSecrets implements EnvironmentPostProcessor, Ordered {
    private static final int LEAST_LENGTH = 16;

    /** Fragments of the defaults that tutorials and images ship with. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "changeit",
            "changeme",
            "123456",
            "password",
            "secretkey",
            "qwerty",
            "guestguest",
            "nacosnacos",
            "rootroot",
            "adminadmin",
            "012345678901234567890123456789");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("test"))) {
            return;
        }
        Binder.get(environment)
                .bind("slipway.secrets.required", Bindable.listOf(String.class))
                .orElse(List.of())
                .forEach(name -> check(name, environment.getProperty(name), environment));
    }

    private static void check(String name, String value, ConfigurableEnvironment environment) {
        String folder = environment.getProperty("SLIPWAY_SECRETS", "/etc/slipway/secrets");
        if (value == null || value.isBlank()) {
            throw new UnusableSecret("The secret " + name + " is missing: no file " + folder + "/" + name);
        }
        if (value.length() < LEAST_LENGTH) {
            throw new UnusableSecret("The secret " + name + " has fewer than " + LEAST_LENGTH + " characters");
        }
        String plain = value.toLowerCase(Locale.ROOT);
        if (WELL_KNOWN.stream().anyMatch(plain::contains)) {
            throw new UnusableSecret("The secret " + name + " is a well-known value");
        }
    }

    /** Right after the configuration files and the secrets folder have been read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
