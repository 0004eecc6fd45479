package dev.slipway.platform.cli;

import dev.slipway.platform.config.ConfigFiles;
import dev.slipway.platform.config.ConfigSync;
import dev.slipway.platform.config.NacosStore;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.workspace.Workspace;
import java.net.URI;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Nacos is meant. */
final class ConfigTarget {
    private static final String ENVIRONMENT = "local";

    @Option(
            names = "--nacos",
            paramLabel = "URL",
            description = "Address of Nacos. Default: the Nacos of the running stack.")
    @Nullable
    URI nacos;

    ConfigSync sync(Session session) {
        Workspace workspace = session.workspace();
        var files = new ConfigFiles(workspace.home(), Descriptions.load(workspace, ENVIRONMENT));
        var random = new SecureRandom();
        String password = new SecretsFile(workspace.secrets(), random).read().value("nacos-password");
        return new ConfigSync(files, new NacosStore(nacos == null ? running(session) : nacos, password, random));
    }

    private static URI running(Session session) {
        var stack = new RunningStack(DataDirectory.at(session.workspace().data()), session.clock());
        ComponentStatus status = stack.files().components().stream()
                .filter(component -> component.name().equals("nacos") && stack.lives(component))
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "Nacos does not run",
                        "'slipway up' starts it; another one is named by --nacos",
                        ExitCode.FAILED));
        return URI.create("http://127.0.0.1:" + status.port());
    }
}
