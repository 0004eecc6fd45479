package dev.slipway.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
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
