package dev.slipway.test;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the servers' properties before all others. There is one object for each annotated class, so that identity tells
 * contexts apart.
 */
final class MiddlewareCustomizer implements ContextCustomizer {

    private final Class<?> owner;
    private final UseMiddleware use;
    private @Nullable Map<String, Object> properties;

    MiddlewareCustomizer(Class<?> owner, UseMiddleware use) {
        this.owner = owner;
        this.use = use;
    }

    @Override
    public synchronized void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        if (properties == null) {
            Map<String, Object> claimed = new HashMap<>();
            Set.of(use.value()).forEach(kind -> MiddlewareProperties.claim(kind, use.docker(), claimed));
            properties = Map.copyOf(claimed);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("middleware of " + owner.getSimpleName(), properties));
    }
}
