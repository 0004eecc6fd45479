package dev.slipway.web.start;

import java.io.Console;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Points the log and cache folders of the Nacos and Sentinel clients, which know system properties only, into
 * {@code SLIPWAY_RUN}; and writes plain text logs instead of JSON where a person is looking (a terminal).
 */
public final class RunDirectory implements EnvironmentPostProcessor, Ordered {
    private final BooleanSupplier terminal;

    public RunDirectory() {
        this(RunDirectory::onTerminal);
    }

    RunDirectory(BooleanSupplier terminal) {
        this.terminal = terminal;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String run = environment.getProperty("SLIPWAY_RUN");
        if (run != null) {
            System.setProperty("JM.LOG.PATH", run);
            System.setProperty("JM.SNAPSHOT.PATH", run);
            System.setProperty("com.alibaba.nacos.naming.cache.dir", run);
            System.setProperty("csp.sentinel.log.dir", run);
        }
        if (terminal.getAsBoolean()) {
            Map<String, Object> plain = Map.of("logging.structured.format.console", "");
            environment.getPropertySources().addFirst(new MapPropertySource("terminal", plain));
        }
    }

    /** From JDK 22 on there is a console without a terminal too; {@code isTerminal} is not in 17's API. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 5;
    }
}
