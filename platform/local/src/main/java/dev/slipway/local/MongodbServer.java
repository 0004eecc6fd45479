package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** mongo-java-server, an emulator of MongoDB 5, with SCRAM-SHA-256 before it and H2 files behind it. */
public final class MongodbServer implements JvmServer {

    private final Path data;
    private final Path jar;
    private final int port;
    private final Login login;

    /**
     * @param data its folder
     * @param jar see {@link ServerJars#mongodb()}
     * @param login its one user, who may use every database
     */
    public MongodbServer(Path data, Path jar, int port, Login login) {
        this.data = data.toAbsolutePath();
        this.jar = jar.toAbsolutePath();
        this.port = port;
        this.login = login;
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public void prepare() throws IOException {
        Configuration configuration = new Configuration(data, jar);
        configuration.set("port", port);
        configuration.set("user", login.user());
        configuration.set("password", login.password());
        configuration.write(configurationFile());
    }

    @Override
    public Path jar() {
        return jar;
    }

    @Override
    public List<String> jvmArguments() {
        return JvmArguments.laptop("-Xmx48m", data);
    }

    @Override
    public List<String> arguments() {
        return List.of(configurationFile().toString());
    }

    @Override
    public boolean ready() {
        return new MongodbProbe(port, login).answers();
    }

    private Path configurationFile() {
        return data.resolve("mongodb.properties");
    }
}
