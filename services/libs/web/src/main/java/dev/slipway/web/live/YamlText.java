package dev.slipway.web.live;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a pushed YAML text the way Spring Boot reads a file of its own, or refuses it. */
final class YamlText {

    private YamlText() {}

    /** The properties of the text; an empty text is a source without properties. */
    static PropertySource<?> parse(Document document, String text) throws ConfigurationRefused {
        try {
            requireOneMapping(text);
            List<PropertySource<?>> sources = new YamlPropertySourceLoader()
                    .load(
                            document.sourceName(),
                            new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), document.dataId()));
            return sources.isEmpty() ? empty(document) : sources.get(0);
        } catch (MarkedYAMLException e) {
            throw new ConfigurationRefused(place(e.getProblemMark()), "not YAML: " + e.getProblem());
        } catch (YAMLException | IllegalStateException | IOException e) {
            throw new ConfigurationRefused("-", "not YAML: " + e.getMessage());
        }
    }

    /** The source that holds the document's place in the environment while nothing is known of it. */
    static PropertySource<?> empty(Document document) {
        return new MapPropertySource(document.sourceName(), Map.of());
    }

    /** Spring would turn a bare word or a list into odd keys, and several documents into profile sections. */
    private static void requireOneMapping(String text) throws ConfigurationRefused {
        int documents = 0;
        for (Node node : new Yaml(new SafeConstructor(new LoaderOptions())).composeAll(new StringReader(text))) {
            if (!(node instanceof MappingNode)) {
                throw new ConfigurationRefused(place(node.getStartMark()), "must be a mapping of keys to values");
            }
            if (++documents > 1) {
                throw new ConfigurationRefused(place(node.getStartMark()), "one document is allowed, not several");
            }
        }
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "-" : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }
}
