package dev.slipway.web.live;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.springframework.boot.ConfigurableBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Before any bean is made, tries what Nacos holds by now against the records that the last run bound, and falls back to
 * the accepted copy of a document that would break them. Without this a value refused yesterday would keep the service
 * from starting today.
 */
final class LiveStartCheck implements EnvironmentPostProcessor, Ordered {

    private final ConfigurableBootstrapContext bootstrap;
    private final Log log;

    LiveStartCheck(DeferredLogFactory logs, ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
        this.log = logs.getLog(LiveStartCheck.class);
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!bootstrap.isRegistered(LiveStart.class)) {
            return;
        }
        LiveStart start = bootstrap.get(LiveStart.class);
        List<Target<?>> targets = start.copies().targets().stream()
                .flatMap(line -> target(line, application.getClassLoader()).stream())
                .toList();
        Map<Document, String> news = news(start);
        if (!targets.isEmpty() && !news.isEmpty()) {
            try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
                check(start, new LiveSources(environment.getPropertySources(), factory.getValidator()), targets, news);
            }
        }
    }

    /** The documents that differ from a copy known to be good. */
    private static Map<Document, String> news(LiveStart start) {
        Map<Document, String> news = new LinkedHashMap<>();
        start.texts().forEach((document, text) -> {
            Optional<String> copy = start.copies().text(document);
            if (text != null && copy.isPresent() && !copy.get().equals(text)) {
                news.put(document, text);
            }
        });
        return news;
    }

    private void check(LiveStart start, LiveSources live, List<Target<?>> targets, Map<Document, String> news) {
        try {
            live.check(live.sources(), targets);
            return;
        } catch (ConfigurationRefused together) {
            news.keySet().forEach(document -> fallBack(start, live, document));
        }
        news.forEach((document, text) -> {
            try {
                PropertySource<?> source = YamlText.parse(document, text);
                live.check(live.with(source), targets);
                live.replace(source);
                start.loaded(document, text);
            } catch (ConfigurationRefused refused) {
                start.refused(document, text, refused);
                log.error("Refused " + document.sourceName() + " as a whole, starting from the copy last accepted: "
                        + refused.getMessage());
            }
        });
    }

    private static void fallBack(LiveStart start, LiveSources live, Document document) {
        String copy = start.copies().text(document).orElse("");
        try {
            live.replace(YamlText.parse(document, copy));
            start.loaded(document, copy);
        } catch (ConfigurationRefused damaged) {
            throw new IllegalStateException("the copy of " + document.sourceName() + " is damaged", damaged);
        }
    }

    private static Optional<Target<?>> target(String line, ClassLoader loader) {
        int equals = line.indexOf('=');
        return Stream.of(line.substring(equals + 1))
                .filter(name -> equals > 0 && ClassUtils.isPresent(name, loader))
                .<Target<?>>map(name ->
                        new Target<>(line.substring(0, equals), ClassUtils.resolveClassName(name, loader), true))
                .findFirst();
    }
}
