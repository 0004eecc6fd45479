package dev.slipway.web.live;

import jakarta.validation.Validator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.IgnoreTopLevelConverterNotFoundBindHandler;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * A type that is filled from the properties below a prefix.
 *
 * @param strict whether a pushed key below the prefix that the type does not know is refused
 */
record Target<T>(String prefix, Class<T> type, boolean strict) {

    /** A whole valid instance out of the given sources. */
    T bind(MutablePropertySources sources, Validator validator) throws ConfigurationRefused {
        Binder binder = new Binder(
                ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources));
        try {
            return binder.bindOrCreate(prefix, Bindable.of(type), handler(validator));
        } catch (BindException e) {
            throw refusal(e);
        }
    }

    private BindHandler handler(Validator validator) {
        BindHandler handler = new IgnoreTopLevelConverterNotFoundBindHandler();
        if (strict) {
            handler = new NoUnboundElementsBindHandler(handler, Target::isPushed);
        }
        return new ValidationBindHandler(handler, new SpringValidatorAdapter(validator));
    }

    private static boolean isPushed(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> underlying
                && Document.isSourceName(underlying.getName());
    }

    private ConfigurationRefused refusal(BindException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return violated(invalid);
            }
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                String names = unbound.getUnboundProperties().stream()
                        .map(property -> property.getName().toString())
                        .collect(Collectors.joining(", "));
                return new ConfigurationRefused(names, "unknown key");
            }
        }
        return new ConfigurationRefused(e.getName().toString(), unreadable(e));
    }

    private static ConfigurationRefused violated(BindValidationException invalid) {
        ValidationErrors errors = invalid.getValidationErrors();
        return new ConfigurationRefused(
                joined(errors, error -> key(errors.getName(), error)), joined(errors, ObjectError::getDefaultMessage));
    }

    private static String joined(ValidationErrors errors, Function<ObjectError, @Nullable String> part) {
        return errors.getAllErrors().stream()
                .map(part)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String key(ConfigurationPropertyName parent, ObjectError error) {
        return error instanceof FieldError field
                ? parent.append(DataObjectPropertyName.toDashedForm(field.getField()))
                        .toString()
                : parent.toString();
    }

    private static String unreadable(BindException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String place = e.getProperty() == null || e.getProperty().getOrigin() == null
                ? ""
                : " (" + e.getProperty().getOrigin() + ")";
        return "not a valid " + e.getTarget().getType() + place + ": " + root.getMessage();
    }
}
