package dev.slipway.platform;

import dev.slipway.platform.cli.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;

/**
 * Runs, one after the other, commands that change nothing outside of it. The launcher starts it once after a build, and
 * keeps the classes that it loads in an archive that later starts map instead of loading.
 */
final class Rehearsal {
    private static final String[] APPLY = {
        "apply", "-e", "dev-ol", "--registry", "rehearsal", "--tag", "rehearsal", "--timeout", "10"
    };
    private static final String[][] LINES = {
        {"version"},
        {"--help"},
        {"status"},
        {"status", "-o", "json"},
        {"doctor"},
        {"logs", "rehearsal"},
        {"secret", "rehearsal"},
        {"up", "--only", "rehearsal"},
        {"render", "-e", "dev-ol", "--check"},
        {"plan", "-e", "dev-ol", "--registry", "rehearsal", "--tag", "rehearsal"},
        APPLY,
        APPLY, // with nothing to do
        {"status", "-e", "dev-ol"}
    };

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, GeneralSecurityException {
        try (var cluster = RehearsedCluster.start()) {
            var environment = new HashMap<>(System.getenv());
            environment.put("KUBECONFIG", cluster.kubeconfig().toString()); // never that of whoever has built this
            Session.Surroundings surroundings = Main.surroundings(environment);
            for (String[] line : LINES) {
                Main.cli(surroundings).run(line);
            }
        }
    }
}
