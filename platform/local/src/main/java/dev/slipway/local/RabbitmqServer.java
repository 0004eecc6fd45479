package dev.slipway.local;

import java.nio.file.Path;
import java.util.List;

/** Qpid Broker-J in the place of RabbitMQ: AMQP 0-9-1 with a password, messages in Derby files. */
public final class RabbitmqServer extends JvmServer {

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
        super("rabbitmq", data, jar, "-Xmx64m");
        this.port = port;
        this.login = login;
        this.virtualHosts = List.copyOf(virtualHosts);
    }

    @Override
    void describe(Configuration configuration) {
        configuration.set("port", port);
        configuration.set("user", login.user());
        configuration.set("password", login.password());
        configuration.set("virtual-hosts", String.join(",", virtualHosts));
    }

    @Override
    public boolean ready() {
        return new RabbitmqProbe(port, login).answers();
    }
}
