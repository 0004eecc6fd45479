package dev.slipway.platform.yaml;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads YAML, and JSON as the part of YAML that it is, into records.
 *
 * <p>A key binds to the component of the same name. A component is optional when it is {@code @Nullable}, has a {@link
 * Default} or is a collection; every other key has to be there, and no other key may be. Types: records, text, numbers,
 * booleans, enums (in lower case with dashes, or as their {@code toString()} says), {@link java.time.Duration} ({@code
 * 500ms}, {@code 10s}, {@code 5m}, {@code 2h}), types with a {@link FromText} method, lists, sets and maps of these, and
 * {@code Object} for what is passed on as it is.
 */
public final class Yaml {
    private static final int LARGEST_FILE = 4 * 1024 * 1024;

    private Yaml() {}

    /**
     * Reads a file.
     *
     * @param shownAs the name of the file in messages
     * @throws UserError when the file is missing or cannot be read
     */
    public static <T> Document<T> read(Path file, String shownAs, Class<T> type) {
        return parse(shownAs, text(file, shownAs), type);
    }

    /** Reads a file that holds a sequence. */
    public static <T> Document<List<T>> readList(Path file, String shownAs, Class<T> type) {
        return parseList(shownAs, text(file, shownAs), type);
    }

    /** Reads a file that holds a mapping with free keys and values of one type. */
    public static <T> Document<Map<String, T>> readMap(Path file, String shownAs, Class<T> type) {
        return parseMap(shownAs, text(file, shownAs), type);
    }

    public static <T> Document<T> parse(String name, String text, Class<T> type) {
        return bind(name, text, type);
    }

    public static <T> Document<List<T>> parseList(String name, String text, Class<T> type) {
        return bind(name, text, new ListOf(type));
    }

    /** Reads a mapping whose keys are free and whose values are of one type. */
    public static <T> Document<Map<String, T>> parseMap(String name, String text, Class<T> type) {
        return bind(name, text, new MapOf(type));
    }

    @SuppressWarnings("unchecked")
    private static <T> Document<T> bind(String name, String text, Type type) {
        var problems = new ArrayList<Problem>();
        Node root = compose(name, text, problems);
        var outline = new Outline(name, root);
        if (root == null) {
            if (problems.isEmpty()) {
                problems.add(new Problem(name, 1, 1, "the document is empty"));
            }
            return new Document<>(name, null, problems, outline);
        }
        var value = (T) new Binder(name, problems).bind(root, type, "");
        return new Document<>(name, value, problems, outline);
    }

    private static @Nullable Node compose(String name, String text, List<Problem> problems) {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(LARGEST_FILE)
                .build();
        try {
            return new Compose(settings).composeString(text).orElse(null);
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark()
                    .map(mark -> new Problem(name, mark.getLine() + 1, mark.getColumn() + 1, syntax(e)))
                    .orElse(new Problem(name, 1, 1, syntax(e))));
        } catch (YamlEngineException e) {
            problems.add(new Problem(name, 1, 1, "not YAML: " + e.getMessage()));
        }
        return null;
    }

    private static String syntax(MarkedYamlEngineException e) {
        return "not YAML: " + e.getProblem();
    }

    private static String text(Path file, String shownAs) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UserError(shownAs + " is missing", "restore it from git", ExitCode.USAGE, e);
        } catch (IOException e) {
            throw new UserError(
                    shownAs + " cannot be read: " + e, "check that it is UTF-8 text and readable", ExitCode.USAGE, e);
        }
    }
}
