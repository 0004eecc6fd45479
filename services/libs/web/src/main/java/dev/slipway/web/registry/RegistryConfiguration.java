package dev.slipway.web.registry;

import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.cloud.nacos.registry.NacosRegistration;
import java.time.Duration;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Where there is a registry: readiness waits for it, and a stop drains. {@code slipway.drain} is how long callers take to
 * notice that a service has left.
 */
@AutoConfiguration(afterName = "com.alibaba.cloud.nacos.registry.NacosServiceRegistryAutoConfiguration")
class RegistryConfiguration {
    private static final String LEAVES_TOO_EARLY = "nacosGracefulShutdownDelegate";

    /**
     * Spring Cloud Alibaba would leave, and close the registry's client, before anything else stops: the calls that are still
     * answered would find others only by a list that no longer changes, half a second late each.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor registryClientStaysOpen() {
        return beans -> {
            if (beans.containsBeanDefinition(LEAVES_TOO_EARLY)) {
                beans.removeBeanDefinition(LEAVES_TOO_EARLY);
            }
        };
    }

    @Bean
    @ConditionalOnBean({NacosServiceManager.class, NacosRegistration.class})
    RegistryGate registryGate(NacosServiceManager registry, NacosRegistration registration) {
        return new RegistryGate(registry, registration);
    }

    @Bean
    @ConditionalOnBean({ServiceRegistry.class, Registration.class})
    <R extends Registration> RegistryDrain<R> registryDrain(
            ServiceRegistry<R> registry, R registration, Environment environment) {
        return new RegistryDrain<>(
                registry,
                registration,
                environment.getProperty("slipway.drain", Duration.class, Duration.ofSeconds(3)));
    }
}
