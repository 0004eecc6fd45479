package dev.slipway.platform.workspace;

import java.nio.file.Path;

/**
 * The two directories that every command works on.
 *
 * @param home root of the checked-out sources, absolute
 * @param data everything that one stack writes, absolute; {@code <home>/.slipway} unless told otherwise
 */
public record Workspace(Path home, Path data) {
    public static final String DEFAULT_DATA = ".slipway";

    public Workspace {
        if (!home.isAbsolute() || !data.isAbsolute()) {
            throw new IllegalArgumentException("a workspace needs absolute paths");
        }
    }

    /** The description of an environment, e.g. {@code local}. */
    public Path description(String environment) {
        return home.resolve("deploy").resolve(environment).resolve("platform.yaml");
    }

    /** The generated secrets of this stack. */
    public Path secrets() {
        return data.resolve("secrets.yaml");
    }
}
