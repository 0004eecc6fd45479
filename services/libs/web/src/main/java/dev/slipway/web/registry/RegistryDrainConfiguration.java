package dev.slipway.web.registry;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Draining, where there is a registry. {@code slipway.drain} is how long callers take to notice. */
@AutoConfiguration(afterName = "com.alibaba.cloud.nacos.registry.NacosServiceRegistryAutoConfiguration")
class RegistryDrainConfiguration {
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
