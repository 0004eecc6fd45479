package dev.slipway.platform.spec;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Secret that a description asks for and that is not generated from it: a person or an issuer makes it, or an apply that is
 * told how.
 *
 * @param keys that it has to have
 * @param key of the description that asks for it
 * @param form as {@code kubectl create secret} calls it
 */
public record HandMadeSecret(String name, Set<String> keys, String key, Form form) {
    private static final String NACOS_SCHEMA = "nacos";

    /** The forms of Secrets. */
    public enum Form {
        TLS("tls", "kubernetes.io/tls"),
        PULL("docker-registry", "kubernetes.io/dockerconfigjson"),
        GENERIC("generic", "Opaque");

        private final String written;
        private final String type;

        Form(String written, String type) {
            this.written = written;
            this.type = type;
        }

        /** As it stands in a Secret. */
        public String type() {
            return type;
        }

        @Override
        public String toString() {
            return written;
        }
    }

    public HandMadeSecret {
        keys = Set.copyOf(keys);
    }

    /** The Secret with the passwords that a server elsewhere knows its clients by. */
    public static String ofServer(MiddlewareKind server) {
        return server + "-outside";
    }

    /** Of a database each schema has its own. */
    private static String passwordKey(MiddlewareKind server, String schema) {
        return server == MiddlewareKind.MYSQL ? "mysql-password-" + schema : server + "-password";
    }

    /** Whether a secret of this name is the password of a client of the server. */
    public static boolean isPassword(MiddlewareKind server, String secret) {
        return secret.startsWith(passwordKey(server, ""));
    }

    /** All of an environment, by name. */
    public static Collection<HandMadeSecret> of(Environment environment) {
        var all = new TreeMap<String, HandMadeSecret>();
        environment.services().forEach((service, description) -> Optional.ofNullable(description.expose())
                .flatMap(expose -> Optional.ofNullable(expose.tls()))
                .ifPresent(name -> all.put(
                        name,
                        new HandMadeSecret(
                                name, Set.of("tls.crt", "tls.key"), "services." + service + ".expose.tls", Form.TLS))));
        environment.services().forEach((service, description) -> description
                .handMadeSecrets()
                .forEach((name, keys) -> all.merge(
                        name,
                        new HandMadeSecret(name, keys, "services." + service + ".handMadeSecrets", Form.GENERIC),
                        HandMadeSecret::with)));
        environment.middleware().forEach((kind, server) -> {
            if (server.outside() != null
                    && kind.signsClientsIn()
                    && !passwords(environment, kind).isEmpty()) {
                String name = ofServer(kind);
                all.put(
                        name,
                        new HandMadeSecret(
                                name, passwords(environment, kind), "middleware." + kind + ".outside", Form.GENERIC));
            }
        });
        Optional.ofNullable(environment.cluster())
                .flatMap(cluster -> Optional.ofNullable(cluster.imagePullSecret()))
                .ifPresent(name -> all.put(
                        name,
                        new HandMadeSecret(name, Set.of(".dockerconfigjson"), "cluster.imagePullSecret", Form.PULL)));
        return all.values();
    }

    /** The same for one more who asks for it. */
    private HandMadeSecret with(HandMadeSecret other) {
        var all = new TreeSet<>(keys);
        all.addAll(other.keys);
        return new HandMadeSecret(name, all, key, form);
    }

    private static Set<String> passwords(Environment environment, MiddlewareKind server) {
        var keys = new TreeSet<String>();
        environment.services().values().stream()
                .filter(service -> service.needs().contains(server.toString()))
                .forEach(service -> keys.add(passwordKey(server, String.valueOf(service.schema()))));
        Middleware nacos = environment.middleware().get(MiddlewareKind.NACOS);
        if (nacos != null && nacos.outside() == null && nacos.needs().contains(server.toString())) {
            keys.add(passwordKey(server, NACOS_SCHEMA));
        }
        if (server == MiddlewareKind.NACOS) {
            keys.add(passwordKey(server, NACOS_SCHEMA)); // the configuration is pushed with it
        }
        return keys;
    }
}
