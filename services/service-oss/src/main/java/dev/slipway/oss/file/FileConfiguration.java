package dev.slipway.oss.file;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    @Bean
    Incoming incoming(FileSettings settings, Clock clock) throws IOException {
        return new Incoming(settings.directory().toAbsolutePath().resolve("incoming"), settings.staleAfter(), clock);
    }

    /** The parts of a request are received there too, so that the sweep finds them. */
    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties properties, Incoming incoming) {
        properties.setLocation(incoming.directory().toString());
        return properties.createMultipartConfig();
    }

    @Bean
    FileLinks fileLinks(Environment environment, FileSettings settings, Clock clock) {
        return new FileLinks(environment.getRequiredProperty("file-signing-key"), settings.linkLifetime(), clock);
    }

    @Bean
    FileDesk fileDesk(FileStore store, FileSettings settings, FileLinks links, Supplier<UUID> ids, Clock clock) {
        return new FileDesk(store, new ContentTypes(settings.types()), links, ids, clock);
    }

    /** Named {@code files}. */
    @Bean
    HealthIndicator filesHealthIndicator(FileStore store) {
        return () -> {
            try {
                store.check();
                return Health.up().build();
            } catch (IOException away) {
                return Health.down(away).build();
            }
        };
    }
}
