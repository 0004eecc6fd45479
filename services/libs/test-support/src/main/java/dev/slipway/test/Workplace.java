package dev.slipway.test;

import dev.slipway.local.LocalServer;
import dev.slipway.local.ServerJars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Where the servers of this JVM live: below the module's {@code target}, programs below {@code platform/local}'s. */
final class Workplace {

    private static final Path ROOT = root(Path.of("").toAbsolutePath());
    private static final Path MINE = Leftovers.sweep(
                    Path.of("target/middleware").toAbsolutePath())
            .resolve(String.valueOf(ProcessHandle.current().pid()));

    private Workplace() {}

    static ServerJars jars() {
        return new ServerJars(ROOT);
    }

    static Path binaries() {
        return ROOT.resolve("platform/local/target/binaries");
    }

    static Path folder(String name) {
        return MINE.resolve(name);
    }

    static ServerProcess start(int port, Function<Path, LocalServer> server, String name) {
        ServerProcess process = new ServerProcess(server.apply(folder(name)), port, folder(name + ".log"));
        process.start();
        return process;
    }

    private static Path root(Path from) {
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("platform/local/rabbitmq"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the repository: " + from);
    }
}
