package dev.slipway.web.live;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.boot.context.properties.bind.BindMethod;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationContext;

/** The {@code @ConfigurationProperties} beans of the application as targets to try a push on. */
record BoundBeans(ApplicationContext context) implements LiveConfiguration.PropertiesBeans {

    @Override
    public Collection<Target<?>> touched(Set<String> keys) {
        return ConfigurationPropertiesBean.getAll(context).values().stream()
                .filter(BoundBeans::canBeMadeAnew)
                .filter(bean -> keys.stream().anyMatch(key -> below(prefix(bean), key)))
                .<Target<?>>map(bean -> new Target<>(prefix(bean), type(bean), false))
                .toList();
    }

    /** A bean that only its factory method can make is tried by no one else. */
    private static boolean canBeMadeAnew(ConfigurationPropertiesBean bean) {
        return bean.asBindTarget().getBindMethod() == BindMethod.VALUE_OBJECT
                || Arrays.stream(type(bean).getDeclaredConstructors())
                        .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    private static Class<?> type(ConfigurationPropertiesBean bean) {
        return bean.asBindTarget().getType().toClass();
    }

    private static String prefix(ConfigurationPropertiesBean bean) {
        return bean.getAnnotation().prefix();
    }

    private static boolean below(String prefix, String key) {
        ConfigurationPropertyName parent = ConfigurationPropertyName.adapt(prefix, '.');
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
        return parent.equals(name) || parent.isAncestorOf(name);
    }
}
