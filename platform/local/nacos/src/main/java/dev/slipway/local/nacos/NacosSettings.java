package dev.slipway.local.nacos;

import java.util.Properties;

/**
 * Translates the launcher's file into Nacos' own property names. They are set as system properties, from inside the
 * process: Nacos reads some of them before there is a Spring environment, and none may stand in an argument.
 */
final class NacosSettings {
    private NacosSettings() {}

    static void apply(Properties configuration) {
        String data = configuration.getProperty("data");
        System.setProperty("nacos.standalone", "true");
        System.setProperty("nacos.remote.grpc.listen.ip", "127.0.0.1");
        System.setProperty("nacos.home", data);
        System.setProperty("user.home", data);
        System.setProperty("nacos.logs.path", data + "/logs");
        System.setProperty("server.tomcat.basedir", data + "/tomcat");
        System.setProperty("derby.stream.error.file", data + "/derby.log");
        System.setProperty("nacos.server.main.port", configuration.getProperty("port"));
        System.setProperty("nacos.console.port", configuration.getProperty("console-port"));
        System.setProperty("nacos.core.auth.plugin.nacos.token.secret.key", configuration.getProperty("token-key"));
        System.setProperty("nacos.core.auth.server.identity.value", configuration.getProperty("identity-value"));
        System.setProperty("slipway.administrator.password", configuration.getProperty("password"));
    }
}
