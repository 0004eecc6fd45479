package dev.slipway.platform.verify.store;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.Secrets;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.workspace.Workspace;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the databases of a stack on this machine are, and who may read them; prints itself without passwords.
 *
 * @param schemas schema without prefix, such as {@code order}, to the password of its user
 */
public record Stores(int mysql, Map<String, String> schemas, int mongodb, String mongodbPassword) {
    static final Set<String> SCHEMAS = Set.of("order", "hosp", "hospital", "sms", "statistics", "user");

    /**
     * Those of the stack that runs in the workspace.
     *
     * @throws UserError when none does, or one without a database
     */
    public static Stores of(Workspace workspace, Clock clock) {
        var stack = new RunningStack(DataDirectory.at(workspace.data()), clock);
        Map<String, Integer> ports = stack.files().components().stream()
                .filter(stack::lives)
                .collect(Collectors.toMap(ComponentStatus::name, ComponentStatus::port));
        Secrets secrets = new SecretsFile(workspace.secrets(), new SecureRandom()).read();
        Map<String, String> schemas = SCHEMAS.stream()
                .collect(Collectors.toMap(schema -> schema, schema -> secrets.value("mysql-password-" + schema)));
        return new Stores(port(ports, "mysql"), schemas, port(ports, "mongodb"), secrets.value("mongodb-password"));
    }

    private static int port(Map<String, Integer> ports, String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new UserError(
                    "the books cannot be read: " + name + " does not run",
                    "'slipway up' starts it; with another data directory, give it by --data",
                    ExitCode.FAILED);
        }
        return port;
    }

    @Override
    public String toString() {
        return "Stores[mysql=" + mysql + ", mongodb=" + mongodb + "]";
    }
}
