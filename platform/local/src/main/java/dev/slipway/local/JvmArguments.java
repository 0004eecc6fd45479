package dev.slipway.local;

import java.nio.file.Path;
import java.util.List;

/** Flags that make a server small and quick to start, at the price of peak speed. */
final class JvmArguments {

    private JvmArguments() {}

    static List<String> laptop(String heap, Path data) {
        return List.of(
                heap,
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + data.resolve("tmp"));
    }
}
