package dev.slipway.platform.stack.app;

import java.nio.file.Path;
import java.util.List;

/**
 * The Java that runs the stack, which is the one that runs this program.
 *
 * @param feature e.g. 17
 * @param version all that tells one build from another
 */
public record Jvm(Path home, int feature, String version) {
    /** First version whose cache also holds linked classes and is made in one run (JEP 483, 514). */
    private static final int AHEAD_OF_TIME = 25;

    public static Jvm current() {
        return new Jvm(
                Path.of(System.getProperty("java.home")),
                Runtime.version().feature(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
    }

    public String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    String cacheSuffix() {
        return aheadOfTime() ? ".aot" : ".jsa";
    }

    /** Starts from the cache; a cache that does not fit is ignored, not an error. */
    List<String> use(Path cache) {
        return aheadOfTime()
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of("-XX:SharedArchiveFile=" + cache, "-Xshare:auto", "-Xlog:cds=off");
    }

    /** Writes the cache when the process ends. */
    List<String> record(Path cache) {
        return aheadOfTime() ? List.of("-XX:AOTCacheOutput=" + cache) : List.of("-XX:ArchiveClassesAtExit=" + cache);
    }

    private boolean aheadOfTime() {
        return feature >= AHEAD_OF_TIME;
    }
}
