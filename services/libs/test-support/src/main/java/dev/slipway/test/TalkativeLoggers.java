package dev.slipway.test;

import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Loggers that say more for a while, as an operator may make them. To be made while the application runs: its start sets
 * all levels anew.
 */
public final class TalkativeLoggers implements AutoCloseable {
    private final LoggingSystem logging = LoggingSystem.get(TalkativeLoggers.class.getClassLoader());
    private final List<String> names;

    public TalkativeLoggers(String... names) {
        this.names = List.of(names);
        this.names.forEach(name -> logging.setLogLevel(name, LogLevel.DEBUG));
    }

    @Override
    public void close() {
        names.forEach(name -> logging.setLogLevel(name, null));
    }
}
