package dev.slipway.oss.file.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.oss.file.FileSettings;
import dev.slipway.oss.file.FileStore;
import dev.slipway.oss.file.Incoming;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "slipway.files.store", havingValue = "local", matchIfMissing = true)
class LocalConfiguration {
    @Bean
    FileStore localFileStore(FileSettings settings, Incoming incoming, ObjectMapper json, Supplier<UUID> ids)
            throws IOException {
        return new LocalFileStore(
                settings.directory().toAbsolutePath().resolve("files"), incoming.directory(), json, ids);
    }
}
