package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Qpid Broker-J in the place of RabbitMQ: AMQP 0-9-1 with a password, messages in Derby files. */
public final class RabbitmqServer implements JvmServer {

    private final Path data;
    private final Path jar;
    private final int port;
    private final Login login;
    private final List<String> virtualHosts;

    /** With one virtual host; the others are as in the other constructor. */
    public RabbitmqServer(Path data, Path jar, int port, Login login) {
        this(data, jar, port, login, List.of("default"));
    }

    /**
     * @param data its folder
     * @param jar see {@link ServerJars#rabbitmq()}
     * @param login its one user
     * @param virtualHosts at least one; the first stands for {@code /}
     */
    public RabbitmqServer(Path data, Path jar, int port, Login login, List<String> virtualHosts) {
        this.data = data.toAbsolutePath();
        this.jar = jar.toAbsolutePath();
        this.port = port;
        this.login = login;
        this.virtualHosts = List.copyOf(virtualHosts);
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public void prepare() throws IOException {
        Configuration configuration = new Configuration(data, jar);
        configuration.set("port", port);
        configuration.set("user", login.user());
        configuration.set("password", login.password());
        configuration.set("virtual-hosts", String.join(",", virtualHosts));
        configuration.write(configurationFile());
    }

    @Override
    public Path jar() {
        return jar;
    }

    @Override
    public List<String> jvmArguments() {
        return JvmArguments.laptop("-Xmx64m", data);
    }

    @Override
    public List<String> arguments() {
        return List.of(configurationFile().toString());
    }

    @Override
    public boolean ready() {
        return new RabbitmqProbe(port, login).answers();
    }

    private Path configurationFile() {
        return data.resolve("rabbitmq.properties");
    }
}
