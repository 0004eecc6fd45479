package dev.slipway.local;

import java.util.Locale;

/** Which of the programs in the embedded-redis artifact runs on this machine. */
final class RedisProgram {

    private RedisProgram() {}

    static String resource() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        if (mac) {
            return arm ? "redis-server-6.2.6-v5-darwin-arm64" : "redis-server-6.2.6-v5-darwin-amd64";
        }
        return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
    }
}
