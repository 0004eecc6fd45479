package dev.slipway.platform.secrets;

import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import dev.slipway.platform.spec.ServiceSecret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which secrets an environment has, and which of them a service is given, under which file names. */
public final class SecretPlan {
    private static final String IDENTITY_KEY = "identity-key";
    private static final String DATA_KEY = ServiceSecret.DATA_KEY.toString();

    private static final List<SecretName> ALWAYS = List.of(
            SecretName.password("redis-password"),
            SecretName.password("rabbitmq-password"),
            SecretName.password("mongodb-password"),
            SecretName.password("nacos-password"),
            SecretName.key("nacos-token-key"),
            SecretName.password("nacos-identity-value"),
            SecretName.key(IDENTITY_KEY),
            SecretName.key(DATA_KEY),
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

    /** All secrets of an environment: the fixed ones, one database password a schema, and the data keys of partners. */
    public static List<SecretName> names(Environment environment) {
        var names = new ArrayList<>(ALWAYS);
        environment.services().values().stream()
                .map(Service::schema)
                .filter(Objects::nonNull)
                .forEach(schema -> names.add(SecretName.password("mysql-password-" + schema)));
        environment.services().forEach((service, described) -> {
            if (described.partner() && described.secrets().contains(ServiceSecret.DATA_KEY)) {
                names.add(SecretName.key(DATA_KEY + "-" + service).onceSharedAs(DATA_KEY));
            }
        });
        return List.copyOf(names);
    }

    /**
     * What one service is given: file name → name of the secret. The passwords of the middleware that it needs, the key
     * of internal identities, and what its description asks for; a partner neither that key nor the platform's data key.
     */
    public static Map<String, String> filesOf(String name, Service service) {
        var files = new LinkedHashMap<String, String>();
        for (MiddlewareKind kind : MiddlewareKind.values()) {
            if (kind.signsClientsIn() && service.needs().contains(kind.toString())) {
                String file = kind + "-password";
                files.put(file, kind == MiddlewareKind.MYSQL ? file + "-" + service.schema() : file);
            }
        }
        service.secrets().forEach(secret -> files.put(secret.toString(), secret.toString()));
        if (service.partner()) {
            files.computeIfPresent(DATA_KEY, (file, shared) -> shared + "-" + name);
        } else {
            files.put(IDENTITY_KEY, IDENTITY_KEY);
        }
        return files;
    }
}
