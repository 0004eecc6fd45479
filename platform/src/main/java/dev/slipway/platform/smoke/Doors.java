package dev.slipway.platform.smoke;

import dev.slipway.platform.secrets.Secrets;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.workspace.Workspace;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk begins, and the ways into the stack that only its owner has; prints itself without passwords.
 *
 * @param operatorPassword null where it is not known
 * @param clerkPages where hospital-manage answers; null where it does not run, or its password is not known
 */
public record Doors(
        URI gateway,
        @Nullable String operatorPassword,
        @Nullable URI clerkPages,
        @Nullable String clerkPassword) {
    private static final int USUAL_PORT = 8080;

    /** Those of any stack. */
    public static Doors of(URI gateway) {
        return new Doors(gateway, null, null, null);
    }

    /**
     * Those of the stack that runs in the workspace, if the gateway is its own: no other is given its passwords.
     *
     * @param gateway null for the running stack's, or the usual one
     */
    public static Doors of(Workspace workspace, Clock clock, @Nullable URI gateway) {
        var stack = new RunningStack(DataDirectory.at(workspace.data()), clock);
        Optional<Integer> own = stack.supervisor().map(status -> status.port());
        URI address = gateway != null ? gateway : local(own.orElse(USUAL_PORT));
        if (own.filter(port -> port == address.getPort()).isEmpty() || !isLoopback(address)) {
            return of(address);
        }
        Secrets secrets = new SecretsFile(workspace.secrets(), new SecureRandom()).read();
        URI pages = stack.files()
                .component("hospital-manage")
                .filter(stack::lives)
                .map(ComponentStatus::port)
                .map(Doors::local)
                .orElse(null);
        return new Doors(
                address,
                known(secrets, "operator-password"),
                pages,
                pages == null ? null : known(secrets, "clerk-password"));
    }

    private static @Nullable String known(Secrets secrets, String name) {
        return secrets.names().contains(name) ? secrets.value(name) : null;
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static boolean isLoopback(URI address) {
        try {
            return InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Doors[gateway=" + gateway + ", clerkPages=" + clerkPages + "]";
    }
}
