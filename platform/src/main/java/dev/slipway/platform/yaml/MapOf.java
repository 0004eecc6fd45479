package dev.slipway.platform.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type {@code Map<String, value>}, for documents with free keys. */
record MapOf(Class<?> value) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
        return new Type[] {String.class, value};
    }

    @Override
    public Type getRawType() {
        return Map.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
        return null;
    }
}
