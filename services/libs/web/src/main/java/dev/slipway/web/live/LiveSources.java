package dev.slipway.web.live;

import jakarta.validation.Validator;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/** Tries a document's new properties against everything bound, on a copy of the environment. */
record LiveSources(MutablePropertySources sources, Validator validator) {

    /** The sources as they would be with this one in place of its namesake. */
    MutablePropertySources with(PropertySource<?> candidate) {
        MutablePropertySources copy = new MutablePropertySources();
        sources.stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .map(source -> source.getName().equals(candidate.getName()) ? candidate : source)
                .forEach(copy::addLast);
        return copy;
    }

    /** Binds every target against a candidate and forgets the outcome. */
    void check(MutablePropertySources candidate, Collection<? extends Target<?>> targets) throws ConfigurationRefused {
        for (Target<?> target : targets) {
            target.bind(candidate, validator);
        }
    }

    /** Puts the source in force; its place among the others stays. */
    void replace(PropertySource<?> source) {
        sources.replace(source.getName(), source);
    }

    /** The keys whose own value differs between the source in force and its successor. */
    Set<String> changedKeys(PropertySource<?> next) {
        PropertySource<?> current = sources.get(next.getName());
        Set<String> changed = new LinkedHashSet<>();
        Stream.of(current, next)
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> current == null
                        || !Objects.equals(text(current.getProperty(name)), text(next.getProperty(name))))
                .forEach(changed::add);
        return changed;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
