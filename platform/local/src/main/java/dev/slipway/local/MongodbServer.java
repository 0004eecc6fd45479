package dev.slipway.local;

import java.nio.file.Path;

/** mongo-java-server, an emulator of MongoDB 5, with SCRAM-SHA-256 before it and H2 files behind it. */
public final class MongodbServer extends JvmServer {

    private final int port;
    private final Login login;

    /**
     * @param data its folder
     * @param jar see {@link ServerJars#mongodb()}
     * @param login its one user, who may use every database
     */
    public MongodbServer(Path data, Path jar, int port, Login login) {
        super("mongodb", data, jar, "-Xmx48m");
        this.port = port;
        this.login = login;
    }

    @Override
    void describe(Configuration configuration) {
        configuration.set("port", port);
        configuration.set("user", login.user());
        configuration.set("password", login.password());
    }

    @Override
    public boolean ready() {
        return new MongodbProbe(port, login).answers();
    }
}
