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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
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

    @Option(
            names = "--documents",
            paramLabel = "DIR",
            description = "Documents that were rendered for a cluster, instead of those of the sources.")
    @Nullable
    Path documents;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password of the user 'nacos'. Default: the secrets of the stack.")
    @Nullable
    Path passwordFile;

    ConfigSync sync(Session session) throws IOException {
        if (nacos != null
                && (nacos.getHost() == null || !List.of("http", "https").contains(nacos.getScheme()))) {
            throw new UserError(
                    "'" + nacos + "' is no address of a Nacos",
                    "give scheme and host, e.g. --nacos http://127.0.0.1:8848",
                    ExitCode.USAGE);
        }
        var random = new SecureRandom();
        String password = password(session, random);
        return new ConfigSync(
                files(session), new NacosStore(nacos == null ? running(session) : nacos, password, random));
    }

    private ConfigFiles files(Session session) {
        Workspace workspace = session.workspace();
        return documents == null
                ? new ConfigFiles(workspace.home(), Descriptions.load(workspace, ENVIRONMENT))
                : ConfigFiles.checkedBefore(session.workingDirectory().resolve(documents));
    }

    private String password(Session session, SecureRandom random) throws IOException {
        if (passwordFile == null) {
            return new SecretsFile(session.workspace().secrets(), random).read().value("nacos-password");
        }
        Path file = session.workingDirectory().resolve(passwordFile);
        if (!Files.isReadable(file)) {
            throw new UserError(file + " cannot be read", "give the file with the password", ExitCode.USAGE);
        }
        return Files.readString(file).strip();
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
