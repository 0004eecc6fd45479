package dev.slipway.test;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Finds {@link UseMiddleware} on a test class, what it inherits from and what it is nested in. */
final class MiddlewareCustomizerFactory implements ContextCustomizerFactory {

    private static final ConcurrentMap<Class<?>, MiddlewareCustomizer> BY_CLASS = new ConcurrentHashMap<>();

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        MergedAnnotation<UseMiddleware> annotation = MergedAnnotations.search(SearchStrategy.TYPE_HIERARCHY)
                .withEnclosingClasses(type -> true)
                .from(testClass)
                .get(UseMiddleware.class);
        if (!annotation.isPresent()) {
            return null;
        }
        Class<?> owner = (Class<?>) annotation.getSource();
        UseMiddleware use = annotation.synthesize();
        return BY_CLASS.computeIfAbsent(owner == null ? testClass : owner, type -> new MiddlewareCustomizer(type, use));
    }
}
