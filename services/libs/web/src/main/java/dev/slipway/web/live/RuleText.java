package dev.slipway.web.live;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a list of rules whole: a field nobody knows, a text for a number or one bad rule refuses all of it. */
final class RuleText {

    private final JsonMapper json;

    RuleText(List<Module> modules) {
        this.json = JsonMapper.builder()
                .addModules(modules)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    <R> List<R> parse(RuleKind<R> kind, String text) throws ConfigurationRefused {
        List<R> rules = read(kind, text);
        for (int index = 0; index < rules.size(); index++) {
            check(kind, rules.get(index), "[" + index + "]");
        }
        return rules;
    }

    private <R> List<R> read(RuleKind<R> kind, String text) throws ConfigurationRefused {
        try {
            List<R> rules =
                    json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, kind.type()));
            if (rules == null) {
                throw new ConfigurationRefused("-", "must be a list of rules");
            }
            return rules;
        } catch (PropertyBindingException e) {
            throw new ConfigurationRefused(path(e), "unknown field, allowed: " + allowed(e.getKnownPropertyIds()));
        } catch (JsonMappingException e) {
            throw new ConfigurationRefused(path(e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new ConfigurationRefused(
                    "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    "not JSON: " + e.getOriginalMessage());
        }
    }

    /** One rule a line, in the order of what they are for; what is as Sentinel has it anyway is left out. */
    <R> String write(RuleKind<R> kind, Collection<R> rules) {
        JsonMapper writing = JsonMapper.builder()
                .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
                .addMixIn(kind.type(), WrittenRule.class)
                .build();
        return rules.stream()
                .sorted(Comparator.comparing(
                        rule -> String.valueOf(kind.resource().apply(rule))))
                .map(rule -> line(writing, rule))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String line(JsonMapper writing, Object rule) {
        try {
            return writing.writeValueAsString(rule);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static <R> void check(RuleKind<R> kind, R rule, String place) throws ConfigurationRefused {
        if (rule == null) {
            throw new ConfigurationRefused(place, "is no rule");
        }
        String resource = kind.resource().apply(rule);
        if (resource == null || resource.isBlank()) {
            throw new ConfigurationRefused(place, "names no resource");
        }
        if (kind.threshold().apply(rule).doubleValue() < 0) {
            throw new ConfigurationRefused(place + ".count", "must not be negative");
        }
        if (!kind.valid().test(rule)) {
            throw new ConfigurationRefused(place, "Sentinel does not accept this " + kind.name() + " rule: " + rule);
        }
    }

    /** Sentinel numbers rules in each process, and has settings of its cluster mode that no file here has. */
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @JsonIgnoreProperties({"id", "clusterConfig"})
    interface WrittenRule {

        @JsonInclude
        double getCount();
    }

    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "-" : path;
    }

    private static String allowed(Collection<Object> fields) {
        return fields.stream().map(Objects::toString).sorted().collect(Collectors.joining(", "));
    }
}
