package dev.slipway.web.openapi;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** OpenAPI of servlet services. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(OpenApiCustomizer.class)
class OpenApiConfiguration {
    @Bean
    OpenApiDefaults openApiDefaults(Environment environment) {
        return new OpenApiDefaults(environment.getProperty("spring.application.name", "service"));
    }

    @Bean
    RequiredComponents requiredComponents() {
        return new RequiredComponents();
    }
}
