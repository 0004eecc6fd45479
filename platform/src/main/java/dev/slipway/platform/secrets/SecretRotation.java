package dev.slipway.platform.secrets;

import dev.slipway.platform.spec.MiddlewareKind;
import java.util.Map;
import java.util.Set;

/** What a rotation of one secret takes. */
public sealed interface SecretRotation {
    /**
     * Its server is told while it runs, its clients start anew.
     *
     * @param members of the server that sign in with it at another one, by the name of their workload: clients too
     * @param effect what is noticed meanwhile; empty for nothing
     */
    record Told(MiddlewareKind server, Set<String> members, String effect) implements SecretRotation {}

    /** Who has it reads it at a start, and nobody else checks it. */
    record ReadAtStart(String effect) implements SecretRotation {}

    /** The running environment, or its data, would not survive it. */
    record Impossible(String why) implements SecretRotation {}

    /** @throws IllegalArgumentException for a secret that nobody has thought about */
    static SecretRotation of(SecretName secret) {
        SecretRotation known = Ways.BY_NAME.get(secret.name());
        if (known == null && secret.name().startsWith("mysql-password-")) {
            return new Told(MiddlewareKind.MYSQL, Set.of(), "");
        }
        if (known == null && secret.name().startsWith("data-key-")) {
            return Ways.ENCRYPTS;
        }
        if (known == null) {
            throw new IllegalArgumentException("nobody has said how " + secret.name() + " is rotated");
        }
        return known;
    }

    /** All but the passwords of schemas and the data keys of partners, which differ between environments. */
    final class Ways {
        private static final SecretRotation MYSQL_STARTS =
                new ReadAtStart("MySQL starts anew: for some seconds it answers nothing");

        private static final SecretRotation ENCRYPTS = new Impossible("what is in the databases is encrypted with it");

        private static final Map<String, SecretRotation> BY_NAME = Map.ofEntries(
                Map.entry("mysql-root-password", MYSQL_STARTS),
                Map.entry("mysql-probe-password", MYSQL_STARTS),
                Map.entry("mysql-replication-password", new Told(MiddlewareKind.MYSQL, Set.of("mysql-replica"), "")),
                Map.entry(
                        "mysql-password-nacos",
                        new Told(MiddlewareKind.MYSQL, Set.of(), "a single Nacos is away while it starts anew")),
                Map.entry("redis-password", new Told(MiddlewareKind.REDIS, Set.of(), "")),
                Map.entry("mongodb-password", oneAtATime(MiddlewareKind.MONGODB, "MongoDB")),
                Map.entry("rabbitmq-password", oneAtATime(MiddlewareKind.RABBITMQ, "RabbitMQ")),
                Map.entry("sentinel-dashboard-password", new ReadAtStart("the dashboard is away while it starts anew")),
                Map.entry("file-signing-key", new ReadAtStart("links to files that were given out before end")),
                Map.entry("data-key", ENCRYPTS),
                Map.entry(
                        "identity-key",
                        new Impossible("services check each other's calls with it and know one: while they start anew"
                                + " one after the other, old and new ones would refuse each other")),
                Map.entry(
                        "demonstration-key",
                        new Impossible("the keys of the demonstration hospitals are derived from it once, and kept in"
                                + " databases on both sides")),
                Map.entry("operator-password", readOnce("operator")),
                Map.entry("clerk-password", readOnce("clerk")),
                Map.entry(
                        "nacos-password",
                        new Impossible("it is read once, when Nacos makes its administrator; change it in the console"
                                + " of Nacos and in every Secret that has it, then restart who signs in there")),
                Map.entry(
                        "nacos-token-key",
                        new Impossible("every session of Nacos would end at once, and members with the old one would"
                                + " refuse those with the new one")),
                Map.entry("nacos-identity-value", sharedByMembers("Nacos")),
                Map.entry("mongodb-key", sharedByMembers("MongoDB")),
                Map.entry("rabbitmq-cookie", sharedByMembers("RabbitMQ")));

        private Ways() {}

        private static SecretRotation oneAtATime(MiddlewareKind server, String name) {
            return new Told(
                    server,
                    Set.of(),
                    name + " knows one password at a time: until the last of its clients has started anew, one that"
                            + " loses its connection cannot make another");
        }

        private static SecretRotation readOnce(String account) {
            return new Impossible("it is read once, when the account '" + account
                    + "' is made; from then on the database knows a password of its own");
        }

        private static SecretRotation sharedByMembers(String server) {
            return new Impossible("the members of " + server + " know each other by it: to change it, stop them all");
        }
    }
}
