package dev.slipway.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LiveConfigurationTests {

    record Limits(
            @DefaultValue("5") @Min(1) @Max(100) int tries,
            @DefaultValue("5m") Duration life,
            @DefaultValue @Valid Window window) {}

    record Window(@DefaultValue("1") @Min(1) int perMinute) {
        Window {
            if (perMinute == 13) {
                throw new IllegalArgumentException("thirteen is not counted");
            }
        }
    }

    record Greeting(@DefaultValue("hello") String text) {}

    private static final Document DOCUMENT = new Document("DEFAULT_GROUP", "service-user.yaml");

    private final StandardEnvironment environment = new StandardEnvironment();
    private final List<Set<String>> events = new ArrayList<>();
    private final List<Target<?>> beans = new ArrayList<>();
    private final LiveConfiguration live = new LiveConfiguration(
            environment, Validation.buildDefaultValidatorFactory().getValidator(), keys -> beans, events::add);

    @BeforeEach
    void reservePlace() {
        environment.getPropertySources().addLast(YamlText.empty(DOCUMENT));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("packaged", Map.of("slipway.limits.tries", "7")));
    }

    @Test
    void followsAPushInEveryRecord() throws Exception {
        Live<Limits> limits = live.bind("slipway.limits", Limits.class);
        Live<Greeting> greeting = live.bind("slipway.greeting", Greeting.class);
        assertThat(limits.get()).isEqualTo(new Limits(7, Duration.ofMinutes(5), new Window(1)));

        live.apply(DOCUMENT, "slipway: {limits: {tries: 9, window.per-minute: 3}, greeting.text: hi}");

        assertThat(limits.get()).isEqualTo(new Limits(9, Duration.ofMinutes(5), new Window(3)));
        assertThat(greeting.get()).isEqualTo(new Greeting("hi"));
        assertThat(events)
                .containsExactly(
                        Set.of("slipway.limits.tries", "slipway.limits.window.per-minute", "slipway.greeting.text"));
    }

    @Test
    void returnsToWhatIsPackagedWhenAKeyGoes() throws Exception {
        Live<Limits> limits = live.bind("slipway.limits", Limits.class);
        live.apply(DOCUMENT, "slipway.limits.tries: 9");
        live.apply(DOCUMENT, "{}");
        assertThat(limits.get().tries()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        slipway: [limits                                   | line 1, column 17      | not YAML
        slipway.limits.tries: 0                            | slipway.limits.tries   | must be greater than or equal to 1
        slipway.limits.tries: many                         | slipway.limits.tries   | not a valid int
        slipway.limits.life: long                          | slipway.limits.life    | not a valid java.time.Duration
        slipway.limits.trials: 3                           | slipway.limits.trials  | unknown key
        slipway.limits.window.per-minute: 0                | slipway.limits.window.per-minute | must be greater
        slipway.limits.window.per-minute: 13               | slipway.limits.window  | thirteen is not counted
        just words                                         | line 1, column 1       | must be a mapping
        [1, 2]                                             | line 1, column 1       | must be a mapping
        """)
    void refusesAsAWhole(String broken, String key, String reason) throws Exception {
        Live<Limits> limits = live.bind("slipway.limits", Limits.class);
        Live<Greeting> greeting = live.bind("slipway.greeting", Greeting.class);
        live.apply(DOCUMENT, "slipway.greeting.text: good");
        Limits before = limits.get();

        ConfigurationRefused refused = catchThrowableOfType(
                ConfigurationRefused.class,
                () -> live.apply(
                        DOCUMENT, broken.startsWith("slipway.") ? broken + "\nslipway.greeting.text: half" : broken));

        assertThat(refused.key()).isEqualTo(key);
        assertThat(refused.reason()).contains(reason);
        assertThat(limits.get()).isSameAs(before);
        assertThat(greeting.get().text()).isEqualTo("good");
        assertThat(environment.getProperty("slipway.greeting.text")).isEqualTo("good");
        assertThat(events).hasSize(1);
    }

    @Test
    void refusesSeveralDocuments() {
        assertThatThrownBy(() -> live.apply(DOCUMENT, "a: 1\n---\nb: 2\n"))
                .hasMessageContaining("line 3, column 1: one document is allowed");
    }

    @Test
    void triesThePropertiesBeansToo() throws Exception {
        Live<Greeting> greeting = live.bind("slipway.greeting", Greeting.class);
        beans.add(new Target<>("server.limits", Limits.class, false));

        assertThatThrownBy(() -> live.apply(DOCUMENT, "{server.limits.tries: -1, slipway.greeting.text: half}"))
                .isInstanceOf(ConfigurationRefused.class)
                .hasMessageContaining("server.limits.tries");
        assertThat(greeting.get().text()).isEqualTo("hello");

        live.apply(DOCUMENT, "{server.limits.other: -1, slipway.greeting.text: whole}");
        assertThat(greeting.get().text()).isEqualTo("whole");
    }

    @Test
    void doesNotStartOnAnInvalidRecord() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("argument", Map.of("slipway.limits.tries", "0")));
        assertThatThrownBy(() -> live.bind("slipway.limits", Limits.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("slipway.limits.tries");
    }
}
