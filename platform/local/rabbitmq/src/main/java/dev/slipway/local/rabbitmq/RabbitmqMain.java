package dev.slipway.local.rabbitmq;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.SystemConfig;

/** Starts the broker that the file named by the first argument describes, and runs until it is told to stop. */
final class RabbitmqMain {

    private RabbitmqMain() {}

    public static void main(String[] arguments) throws Exception {
        Properties configuration = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            configuration.load(file);
        }
        Path data = Path.of(configuration.getProperty("data"));
        System.setProperty("derby.stream.error.file", data.resolve("derby.log").toString());
        SystemLauncher launcher = new SystemLauncher(new Exit());
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::shutdown, "stop"));
        launcher.startup(attributes(configuration, data));
        System.out.println("broker ready on port " + configuration.getProperty("port"));
    }

    private static Map<String, Object> attributes(Properties configuration, Path data) throws IOException {
        // The secret stays in memory: the broker's own settings are made anew at each start and stored nowhere.
        Map<String, String> context = Map.of(
                "qpid.work_dir", data.resolve("broker").toString(),
                "amqp.port", configuration.getProperty("port"),
                "broker.user", configuration.getProperty("user"),
                "broker.password", configuration.getProperty("password"));
        Path settings = BrokerSettings.write(data, configuration.getProperty("virtual-hosts"));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(SystemConfig.TYPE, "Memory");
        attributes.put("initialConfigurationLocation", settings.toUri().toString());
        attributes.put("startupLoggedToSystemOut", false);
        attributes.put(SystemConfig.CONTEXT, context);
        return attributes;
    }

    /** A broker that could not start must not stay as a process that does nothing. */
    private static final class Exit extends DefaultSystemLauncherListener {
        @Override
        public void errorOnStartup(RuntimeException failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }
}
