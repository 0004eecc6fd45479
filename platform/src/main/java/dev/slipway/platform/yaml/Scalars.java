package dev.slipway.platform.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Scalars as values of the wanted type; nothing is converted silently, a number is no text. */
final class Scalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    private static final List<Class<?>> WHOLE = List.of(int.class, Integer.class, long.class, Long.class);
    private static final List<Class<?>> BROKEN = List.of(double.class, Double.class, BigDecimal.class);

    private Scalars() {}

    static boolean fromText(Class<?> type) {
        return Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(FromText.class));
    }

    /** @throws IllegalArgumentException saying what was expected and what was found */
    static Object value(Node node, Class<?> type) {
        if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            throw expected(expectation(type), node);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(tagged(scalar, type, Tag.BOOL));
        }
        if (WHOLE.contains(type)) {
            return whole(scalar, type);
        }
        if (BROKEN.contains(type)) {
            var number = new BigDecimal(tagged(scalar, type, Tag.INT, Tag.FLOAT));
            return type == BigDecimal.class ? number : (Object) number.doubleValue();
        }
        if (type == Duration.class) {
            return duration(scalar);
        }
        if (type.isEnum()) {
            return constant(scalar, type);
        }
        return type == String.class ? tagged(scalar, type, Tag.STR) : fromText(scalar, type);
    }

    /** The value that the scalar's own form gives it. */
    static Object natural(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue());
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return new BigDecimal(scalar.getValue());
        }
        return scalar.getValue();
    }

    private static String tagged(ScalarNode scalar, Class<?> type, Tag... allowed) {
        if (!List.of(allowed).contains(scalar.getTag()) || scalar.getValue().matches("[-.].*(inf|nan)")) {
            throw expected(expectation(type), scalar);
        }
        return scalar.getValue();
    }

    private static Object whole(ScalarNode scalar, Class<?> type) {
        String digits = tagged(scalar, type, Tag.INT);
        try {
            boolean small = type == int.class || type == Integer.class;
            return small ? (Object) Integer.valueOf(digits) : (Object) Long.valueOf(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(digits + " is too large", e);
        }
    }

    private static Duration duration(ScalarNode scalar) {
        Matcher matcher = DURATION.matcher(scalar.getValue());
        if (!matcher.matches()) {
            throw expected(expectation(Duration.class), scalar);
        }
        ChronoUnit unit = UNITS.get(matcher.group(2));
        return Duration.of(Long.parseLong(matcher.group(1)), unit == null ? ChronoUnit.FOREVER : unit);
    }

    private static Object constant(ScalarNode scalar, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (word((Enum<?>) constant).equals(scalar.getValue())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(RecordBinder.unknown("word", scalar.getValue(), words(constants)));
    }

    private static List<String> words(Object[] constants) {
        return Stream.of(constants).map(constant -> word((Enum<?>) constant)).toList();
    }

    private static String word(Enum<?> constant) {
        String shown = constant.toString();
        return shown.equals(constant.name()) ? shown.toLowerCase(Locale.ROOT).replace('_', '-') : shown;
    }

    private static Object fromText(ScalarNode scalar, Class<?> type) {
        Method maker = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FromText.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing makes a " + type + " from text"));
        try {
            maker.setAccessible(true);
            return maker.invoke(null, scalar.getValue());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String expectation(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (BROKEN.contains(type)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == Duration.class) {
            return "a duration such as 500ms, 10s, 5m or 2h";
        }
        return type.isEnum() ? "one of " + String.join(", ", words(type.getEnumConstants())) : "a text";
    }

    private static IllegalArgumentException expected(String expectation, Node found) {
        String hint = expectation.equals("a text")
                        && found instanceof ScalarNode scalar
                        && !scalar.getTag().equals(Tag.NULL)
                ? "; put it in quotes"
                : "";
        return new IllegalArgumentException("expected " + expectation + ", found " + describe(found) + hint);
    }

    static String describe(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a sequence";
        }
        String written = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return "nothing";
        }
        if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
            return "the number " + written;
        }
        return node.getTag().equals(Tag.BOOL) ? written : "the text '" + written + "'";
    }
}
