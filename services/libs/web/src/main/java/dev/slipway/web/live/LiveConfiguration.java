package dev.slipway.web.live;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Binds records to the environment and keeps them at what is pushed.
 *
 * <p>A push is tried on a copy of the environment against every record bound here and every
 * {@code @ConfigurationProperties} bean it touches. Only when all of them are valid is it put in force, for all of them.
 */
public final class LiveConfiguration {

    private record Binding<T>(Target<T> target, Live<T> live) {

        Runnable replacement(MutablePropertySources candidate, Validator validator) throws ConfigurationRefused {
            T next = target.bind(candidate, validator);
            return () -> live.replace(next);
        }
    }

    private final LiveSources live;
    private final PropertiesBeans beans;
    private final Consumer<Set<String>> changed;
    private final List<Binding<?>> bindings = new CopyOnWriteArrayList<>();

    /** @param changed told the changed keys after a push is in force */
    LiveConfiguration(
            ConfigurableEnvironment environment,
            Validator validator,
            PropertiesBeans beans,
            Consumer<Set<String>> changed) {
        this.live = new LiveSources(environment.getPropertySources(), validator);
        this.beans = beans;
        this.changed = changed;
    }

    /**
     * The record filled from the properties below a prefix, now and after each push. A pushed key below the prefix that
     * the record does not have is refused like a wrong value.
     *
     * @param prefix in kebab case, e.g. {@code slipway.sign-in}
     * @param type a record; its constraints ({@code jakarta.validation}) and its constructor decide what is valid
     * @throws IllegalStateException when what is configured at the start is not valid
     */
    public <T> Live<T> bind(String prefix, Class<T> type) {
        Target<T> target = new Target<>(prefix, type, true);
        try {
            Live<T> value = new Live<>(target.bind(live.sources(), live.validator()));
            bindings.add(new Binding<>(target, value));
            return value;
        } catch (ConfigurationRefused refused) {
            throw new IllegalStateException("The configuration is not valid: " + refused.getMessage(), refused);
        }
    }

    /** Puts a document in force, or leaves everything as it is. */
    synchronized void apply(Document document, String text) throws ConfigurationRefused {
        PropertySource<?> next = YamlText.parse(document, text);
        Set<String> keys = live.changedKeys(next);
        MutablePropertySources candidate = live.with(next);
        List<Runnable> replacements = new ArrayList<>();
        for (Binding<?> binding : bindings) {
            replacements.add(binding.replacement(candidate, live.validator()));
        }
        live.check(candidate, beans.touched(keys));
        live.replace(next);
        replacements.forEach(Runnable::run);
        if (!keys.isEmpty()) {
            changed.accept(keys);
        }
    }

    /** What is bound, as {@code prefix=class} lines. */
    Collection<String> targets() {
        return bindings.stream()
                .map(binding -> binding.target().prefix() + "="
                        + binding.target().type().getName())
                .toList();
    }

    /** The beans that a push reaches besides the records. */
    @FunctionalInterface
    interface PropertiesBeans {

        Collection<Target<?>> touched(Set<String> keys);
    }
}
