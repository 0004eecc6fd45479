package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class SettingsIT extends ServiceTest {
    @Test
    void weChatSendsTheBrowserBackToThePlatform() {
        try (ConfigurableApplicationContext elsewhere = another("--PLATFORM_URL=https://www.example.com")) {
            port = Integer.parseInt(elsewhere.getEnvironment().getRequiredProperty("local.server.port"));
            Answer qr = call("GET", "/api/sign-in/wechat", null, Map.of());
            assertThat(qr.text("/redirectUri")).isEqualTo("https://www.example.com/api/sign-in/wechat/callback");
        }
    }
}
