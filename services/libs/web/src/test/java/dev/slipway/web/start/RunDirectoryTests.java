package dev.slipway.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.mock.env.MockEnvironment;

class RunDirectoryTests {
    @Test
    void logsAreJsonUnlessAPersonIsLooking() {
        assertThat(format(false)).isEqualTo("ecs");
        assertThat(format(true)).isEmpty();
    }

    private static String format(boolean terminal) {
        MockEnvironment environment = new MockEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.addLast(new MapPropertySource("packaged", Map.of("logging.structured.format.console", "ecs")));
        new RunDirectory(() -> terminal).postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("logging.structured.format.console");
    }
}
