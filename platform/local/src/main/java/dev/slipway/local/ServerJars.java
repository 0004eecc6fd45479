package dev.slipway.local;

import java.nio.file.Path;

/** Where a built tree has the jars of the servers that are Java programs. */
public record ServerJars(Path root) {

    public Path nacos() {
        return jar("nacos");
    }

    public Path mongodb() {
        return jar("mongodb");
    }

    public Path rabbitmq() {
        return jar("rabbitmq");
    }

    private Path jar(String server) {
        return root.resolve("platform/local").resolve(server).resolve("target/slipway-local-" + server + ".jar");
    }
}
