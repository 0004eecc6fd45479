package dev.slipway.user;

import dev.slipway.user.token.TokenSettings;
import dev.slipway.user.wechat.WeChatSettings;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts service-user. */
@SpringBootApplication
@EnableConfigurationProperties({TokenSettings.class, WeChatSettings.class})
@EnableScheduling
public class UserApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(UserApplication.class, arguments);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /** Ids that can't be guessed. */
    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
