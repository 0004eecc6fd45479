package dev.slipway.test;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import dev.slipway.local.Login;
import dev.slipway.local.NacosPorts;
import java.util.List;
import java.util.Properties;

/** A Nacos server with its administrator. */
public record Nacos(Server server, NacosPorts ports, Login login) {

    /** Reads and writes documents as an operator does in the console; to be shut down. */
    public ConfigService console() throws NacosException {
        return NacosFactory.createConfigService(client());
    }

    /** Knows and registers instances; to be shut down. */
    public NamingService names() throws NacosException {
        return NacosFactory.createNamingService(client());
    }

    /** Arguments with which a service follows the documents held here. */
    public List<String> following() {
        return List.of(
                "--spring.cloud.nacos.config.enabled=true",
                "--NACOS_ADDRESS=" + server.address(),
                "--nacos-password=" + login.password());
    }

    private Properties client() {
        Properties properties = new Properties();
        properties.setProperty("serverAddr", server.address());
        properties.setProperty("username", login.user());
        properties.setProperty("password", login.password());
        return properties;
    }
}
