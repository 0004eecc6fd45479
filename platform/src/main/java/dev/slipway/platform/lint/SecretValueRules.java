package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the value of a secret would be seen. */
final class SecretValueRules {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|private_?key|access_?key|api_?key)");

    /** A switch, the place of a file, or what stands for a value that is put there later. */
    private static final Pattern NO_VALUE = Pattern.compile("|true|false|null|~|/.*|.*/run/secrets/.*|[$%{\\[|>&*].*");

    /** {@code key: value} of YAML and JSON, {@code key=value} of properties. */
    private static final Pattern LINE =
            Pattern.compile("(?m)^[\\s{,-]*[\"']?([A-Za-z][\\w.-]*)[\"']?[ \\t]*[:=][ \\t]*[\"']?([^\"'\\s#,}]*)");

    private SecretValueRules() {}

    static List<Rule> all() {
        return List.of(new Rule(
                "no-secret-value",
                "No secret stands in a variable, in a ConfigMap or a document of one, or rendered in a Secret.",
                (subject, others) -> Stream.of(variables(subject), entries(subject), rendered(subject))
                        .flatMap(all -> all)));
    }

    private static Stream<String> variables(Subject subject) {
        return subject.containers().flatMap(container -> container.getEnv().stream()
                .filter(variable -> isSecret(variable.getName(), variable.getValue()))
                .map(variable ->
                        "container " + container.getName() + " has a secret in the variable " + variable.getName()));
    }

    private static Stream<String> entries(Subject subject) {
        return subject.as(ConfigMap.class)
                .flatMap(map -> Optional.ofNullable(map.getData()).orElse(Map.of()).entrySet().stream())
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry)
                                .filter(whole -> isSecret(whole.getKey(), whole.getValue()))
                                .map(whole -> "has a secret in the key " + whole.getKey()),
                        keys(entry.getValue())
                                .map(key -> "has a secret at " + key + " in the document " + entry.getKey())));
    }

    private static Stream<String> keys(String document) {
        Matcher lines = LINE.matcher(document);
        Predicate<Matcher> secret = line -> isSecret(line.group(1), line.group(2));
        Stream.Builder<String> found = Stream.builder();
        while (lines.find()) {
            if (secret.test(lines)) {
                found.add(lines.group(1));
            }
        }
        return found.build();
    }

    private static Stream<String> rendered(Subject subject) {
        return subject.as(Secret.class)
                .filter(secret -> secret.getData() != null || secret.getStringData() != null)
                .map(secret -> "has values, allowed: a generated Secret");
    }

    private static boolean isSecret(String name, String value) {
        return value != null
                && SECRET_NAME.matcher(name).matches()
                && !NO_VALUE.matcher(value).matches();
    }
}
