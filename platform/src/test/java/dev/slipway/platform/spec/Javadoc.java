package dev.slipway.platform.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sources say of a type and its components, in Markdown. */
final class Javadoc {
    private static final Pattern INLINE = Pattern.compile("\\{@(code|link)\\s+((?:[^{}]|\\{[^{}]*})*)}");
    private final Path sources;

    Javadoc(Path sources) {
        this.sources = sources;
    }

    String of(Class<?> type) {
        return plain(comment(type).replaceAll("(?s)@param.*", ""));
    }

    /** @return empty when the component is said to need no word */
    String of(Class<?> type, String component) {
        Matcher found = Pattern.compile("(?s)@param " + component + "\\b(.*?)(@param|$)")
                .matcher(comment(type));
        return found.find() ? plain(found.group(1)) : "";
    }

    private String comment(Class<?> type) {
        try {
            Class<?> outer = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
            String text = Files.readString(sources.resolve(outer.getSimpleName() + ".java"));
            Matcher declared = Pattern.compile(
                            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public (?:record|enum) " + type.getSimpleName() + "\\b",
                            Pattern.DOTALL)
                    .matcher(text);
            return declared.find() ? declared.group(1).replaceAll("\n\\s*\\*", " ") : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        return INLINE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "`" + found.group(2).replaceAll(".*#", "").strip() + "`"))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
