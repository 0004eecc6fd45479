package dev.slipway.platform.config;

import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks the keys of a settings document: the first word of each, and below {@code slipway} the whole of it and its
 * simple values. What the numbers may be is the service's to say.
 */
record SettingsCheck(Outline outline, Map<String, String> known, List<String> top, List<Problem> problems) {
    private static final String OWN = "slipway";
    private static final Map<String, Pattern> FORMS = Map.of(
            "java.lang.Integer", Pattern.compile("-?\\d+"),
            "java.lang.Long", Pattern.compile("-?\\d+"),
            "java.lang.Boolean", Pattern.compile("true|false"),
            "java.lang.Double", Pattern.compile("-?\\d+(\\.\\d+)?"),
            "java.time.Duration", Pattern.compile("\\d+(ns|us|ms|s|m|h|d)?|PT.+"),
            "org.springframework.util.unit.DataSize", Pattern.compile("\\d+(B|KB|MB|GB)?"));
    private static final Map<String, String> NAMES = Map.of(
            "java.lang.Integer", "a whole number",
            "java.lang.Long", "a whole number",
            "java.lang.Boolean", "true or false",
            "java.lang.Double", "a number",
            "java.time.Duration", "a duration such as 500ms, 10s, 5m or 2h",
            "org.springframework.util.unit.DataSize", "a size such as 64KB or 10MB");

    void run() {
        for (Outline.Word key : outline.keys()) {
            String first = key.text().split("\\.", 2)[0];
            if (!top.contains(first)) {
                problems.add(key.problem(ConfigRules.unknown("key", key.text(), top)));
            } else if (first.equals(OWN)) {
                walk(key, key.text(), key.text());
            }
        }
    }

    private void walk(Outline.Word key, String name, String... path) {
        String type = known.get(name);
        if (type != null) {
            value(name, type, path);
            return;
        }
        if (within(name)) {
            return;
        }
        if (known.keySet().stream().noneMatch(each -> each.startsWith(name + "."))) {
            problems.add(key.problem(unknown(name)));
            return;
        }
        List<Outline.Word> below = outline.keys(path);
        if (below.isEmpty() && !outline.words(path).isEmpty()) {
            problems.add(key.problem("'" + name + "' has to be a mapping with: " + String.join(", ", below(name))));
        }
        for (Outline.Word child : below) {
            String[] deeper = Arrays.copyOf(path, path.length + 1);
            deeper[path.length] = child.text();
            walk(child, name + "." + child.text(), deeper);
        }
    }

    /** A part of a value of its own shape: an entry of a map, an element of a list. */
    private boolean within(String name) {
        return known.entrySet().stream()
                .anyMatch(each ->
                        name.startsWith(each.getKey() + ".") && each.getValue().startsWith("java.util."));
    }

    private void value(String name, String type, String... path) {
        Pattern form = FORMS.get(type);
        List<Outline.Word> words = outline.words(path);
        if (form != null
                && (words.size() != 1 || !form.matcher(words.get(0).text()).matches())) {
            problems.add(outline.problem(name + ": expected " + NAMES.get(type), path));
        }
    }

    private String unknown(String name) {
        int dot = name.lastIndexOf('.');
        Collection<String> siblings = below(dot < 0 ? "" : name.substring(0, dot));
        Collection<String> allowed = siblings.isEmpty() ? known.keySet() : siblings;
        if (allowed.isEmpty()) {
            return "unknown key '" + name + "', none of this service is listed in " + KnownKeys.FILE;
        }
        return "unknown key '" + name + "', allowed: " + String.join(", ", allowed)
                + Suggestions.nearest(name, known.keySet())
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
    }

    private Collection<String> below(String name) {
        return known.keySet().stream()
                .filter(each -> each.startsWith(name + "."))
                .sorted()
                .toList();
    }
}
