package dev.slipway.web.live;

import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts a text in force as the feed does with one that Nacos has sent. That it gets here from a real Nacos is shown where
 * the feed is; a test that only asks what a service makes of it need not start one.
 */
public final class Push {
    private final Document document;
    private final LiveConfiguration live;

    public Push(ConfigurableEnvironment environment, LiveConfiguration live, String dataId) {
        this.document = new Document("DEFAULT_GROUP", dataId);
        this.live = live;
        environment.getPropertySources().addFirst(new MapPropertySource(document.sourceName(), Map.of()));
    }

    public void send(String text) throws ConfigurationRefused {
        live.apply(document, text);
    }
}
