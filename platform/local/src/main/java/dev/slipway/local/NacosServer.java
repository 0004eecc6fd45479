package dev.slipway.local;

import java.nio.file.Path;

/**
 * Nacos with its console, standalone, with authentication on. The administrator is {@code nacos}; the password is set
 * before the first port opens, so that nobody else can claim the account.
 */
public final class NacosServer extends JvmServer {

    public static final String ADMINISTRATOR = "nacos";

    private final NacosPorts ports;
    private final NacosSecrets secrets;

    /**
     * @param data its folder
     * @param jar see {@link ServerJars#nacos()}
     */
    public NacosServer(Path data, Path jar, NacosPorts ports, NacosSecrets secrets) {
        super("nacos", data, jar, "-Xmx192m");
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    void describe(Configuration configuration) {
        configuration.set("port", ports.server());
        configuration.set("console-port", ports.console());
        configuration.set("password", secrets.password());
        configuration.set("token-key", secrets.tokenKey());
        configuration.set("identity-value", secrets.identityValue());
    }

    @Override
    public boolean ready() {
        return new NacosProbe(ports, secrets).answers();
    }
}
