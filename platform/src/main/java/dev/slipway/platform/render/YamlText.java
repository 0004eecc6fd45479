package dev.slipway.platform.render;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes trees as YAML in block style, keys in a fixed order. A dollar sign is written as an escape unless it begins one
 * of the variables of the file: {@code envsubst} knows nothing else to leave alone, and a script has variables too.
 */
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z/](?:[A-Za-z0-9_./@%+=()-]|:(?! |$)|[ ,](?=[A-Za-z0-9_/(]))*");
    private static final Pattern DOLLAR = Pattern.compile("\\$(?!\\{(?:REGISTRY|NAMESPACE|TAG)})");
    private static final Pattern AWKWARD = Pattern.compile("[^\\x20-\\x7e\\n\\u00a0-\\ud7ff\\uf900-\\ufffd]| \\n");
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");
    private static final List<String> FIRST = List.of("apiVersion", "kind", "name", "metadata");
    private static final Comparator<String> KEYS =
            Comparator.comparingInt(YamlText::rank).thenComparing(Comparator.naturalOrder());

    private final StringBuilder text;

    YamlText(StringBuilder text) {
        this.text = text;
    }

    private static int rank(String key) {
        int place = FIRST.indexOf(key);
        return place < 0 ? FIRST.size() : place;
    }

    void document(Map<String, @Nullable Object> tree) {
        mapping(tree, 0, false);
    }

    /** @param inline whether the first key goes on in the line that is begun */
    private void mapping(Map<?, ?> mapping, int depth, boolean inline) {
        boolean[] first = {inline};
        mapping.keySet().stream().map(String::valueOf).sorted(KEYS).forEach(key -> {
            if (!first[0]) {
                indent(depth);
            }
            first[0] = false;
            text.append(scalar(key)).append(':');
            value(mapping.get(key), depth);
        });
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
            text.append('\n');
            mapping(mapping, depth + 1, false);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            list.forEach(entry -> entry(entry, depth));
        } else {
            text.append(' ');
            leaf(value, depth);
        }
    }

    private void entry(@Nullable Object entry, int depth) {
        indent(depth);
        if (entry instanceof List<?> list && !list.isEmpty()) {
            text.append("-\n");
            list.forEach(inner -> entry(inner, depth + 1));
            return;
        }
        text.append("- ");
        if (entry instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
            mapping(mapping, depth + 1, true);
        } else {
            leaf(entry, depth);
        }
    }

    private void leaf(@Nullable Object value, int depth) {
        if (value instanceof Map || value instanceof List) {
            text.append(value instanceof Map ? "{}" : "[]");
        } else if (value instanceof String written && written.contains("\n") && written.length() > 1) {
            lines(written, depth);
            return;
        } else {
            text.append(value instanceof String written ? scalar(written) : String.valueOf(value));
        }
        text.append('\n');
    }

    private void lines(String written, int depth) {
        if (DOLLAR.matcher(written).find() || AWKWARD.matcher(written).find() || written.startsWith(" ")) {
            escapedLines(written, depth);
            return;
        }
        boolean ended = written.endsWith("\n");
        boolean endedTwice = written.endsWith("\n\n");
        text.append(endedTwice ? "|+\n" : ended ? "|\n" : "|-\n");
        written.lines().forEach(line -> {
            if (!line.isEmpty()) {
                indent(depth + 1);
            }
            text.append(line).append('\n');
        });
    }

    /** Still one line a line: an escaped line break is none, and blanks before the next line do not count. */
    private void escapedLines(String written, int depth) {
        text.append("\"\\\n");
        String[] lines = written.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            indent(depth + 1);
            String line = escaped(lines[i]);
            text.append(line.startsWith(" ") ? "\\" : "").append(line).append(last ? "\"\n" : "\\n\\\n");
        }
    }

    private static String scalar(String written) {
        boolean plain = PLAIN.matcher(written).matches() && !WORDS.contains(written.toLowerCase(Locale.ROOT));
        return plain ? written : '"' + escaped(written) + '"';
    }

    private static String escaped(String written) {
        String quoted = written.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        String safe = DOLLAR.matcher(quoted).replaceAll(Matcher.quoteReplacement("\\x24"));
        return AWKWARD.matcher(safe)
                .replaceAll(found -> Matcher.quoteReplacement(found.group()
                        .codePoints()
                        .mapToObj(point -> point == ' ' ? " " : String.format("\\U%08x", point))
                        .reduce("", String::concat)));
    }

    private void indent(int depth) {
        text.append("  ".repeat(depth));
    }
}
