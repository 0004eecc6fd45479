package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Nacos with its console, standalone, with authentication on. The administrator is {@code nacos}; the password is set
 * before the first port opens, so that nobody else can claim the account.
 */
public final class NacosServer implements JvmServer {

    public static final String ADMINISTRATOR = "nacos";

    private final Path data;
    private final Path jar;
    private final NacosPorts ports;
    private final NacosSecrets secrets;

    /**
     * @param data its folder
     * @param jar see {@link ServerJars#nacos()}
     */
    public NacosServer(Path data, Path jar, NacosPorts ports, NacosSecrets secrets) {
        this.data = data.toAbsolutePath();
        this.jar = jar.toAbsolutePath();
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "nacos";
    }

    @Override
    public void prepare() throws IOException {
        Configuration configuration = new Configuration(data, jar);
        configuration.set("port", ports.server());
        configuration.set("console-port", ports.console());
        configuration.set("password", secrets.password());
        configuration.set("token-key", secrets.tokenKey());
        configuration.set("identity-value", secrets.identityValue());
        configuration.write(configurationFile());
    }

    @Override
    public Path jar() {
        return jar;
    }

    @Override
    public List<String> jvmArguments() {
        return JvmArguments.laptop("-Xmx192m", data);
    }

    @Override
    public List<String> arguments() {
        return List.of(configurationFile().toString());
    }

    @Override
    public boolean ready() {
        return new NacosProbe(ports, secrets).answers();
    }

    private Path configurationFile() {
        return data.resolve("nacos.properties");
    }
}
