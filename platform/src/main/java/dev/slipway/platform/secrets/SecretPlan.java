package dev.slipway.platform.secrets;

import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which secrets an environment has, and which of them a service is given, under which file names. */
public final class SecretPlan {
    private static final List<SecretName> ALWAYS = List.of(
            SecretName.password("redis-password"),
            SecretName.password("rabbitmq-password"),
            SecretName.password("mongodb-password"),
            SecretName.password("nacos-password"),
            SecretName.key("nacos-token-key"),
            SecretName.password("nacos-identity-value"),
            SecretName.key("identity-key"),
            SecretName.key("data-key"),
            SecretName.key("file-signing-key"),
            SecretName.password("operator-password"),
            SecretName.password("demonstration-key"),
            SecretName.password("clerk-password"),
            SecretName.password("mysql-root-password"));

    private SecretPlan() {}

    /** The secret of this name; its value is made in the form that the plan knows for it. */
    public static SecretName named(Environment environment, String name) {
        return names(environment).stream()
                .filter(secret -> secret.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no secret is called " + name));
    }

    /** All secrets of an environment: the fixed ones, and one database password a schema. */
    public static List<SecretName> names(Environment environment) {
        var names = new ArrayList<>(ALWAYS);
        environment.services().values().stream()
                .map(Service::schema)
                .filter(Objects::nonNull)
                .forEach(schema -> names.add(SecretName.password("mysql-password-" + schema)));
        return List.copyOf(names);
    }

    /**
     * What one service is given: file name → name of the secret. The passwords of the middleware that it needs, the key
     * of internal identities, and what its description asks for.
     */
    public static Map<String, String> filesOf(Service service) {
        var files = new LinkedHashMap<String, String>();
        for (MiddlewareKind kind : MiddlewareKind.values()) {
            if (kind.signsClientsIn() && service.needs().contains(kind.toString())) {
                String file = kind + "-password";
                files.put(file, kind == MiddlewareKind.MYSQL ? file + "-" + service.schema() : file);
            }
        }
        files.put("identity-key", "identity-key");
        service.secrets().forEach(secret -> files.put(secret.toString(), secret.toString()));
        return files;
    }
}
