package dev.slipway.local.rabbitmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The broker's settings: one port on loopback, one user, and the virtual hosts, the first of which is the default. */
final class BrokerSettings {

    private static final String VIRTUAL_HOST = """
            {
              "name": "%s",
              "type": "JSON",
              "defaultVirtualHostNode": "%s",
              "virtualHostInitialConfiguration": "{\\"type\\":\\"DERBY\\",\\"modelVersion\\":\\"9.1\\"}"
            }""";

    private BrokerSettings() {}

    /** @param virtualHosts comma separated names */
    static Path write(Path data, String virtualHosts) throws IOException {
        String first = virtualHosts.split(",", 2)[0];
        String nodes = Arrays.stream(virtualHosts.split(",", -1))
                .map(name -> VIRTUAL_HOST.formatted(name, name.equals(first)))
                .collect(Collectors.joining(",\n"));
        return Files.writeString(data.resolve("broker.json"), template().replace("\"VIRTUAL_HOSTS\"", nodes));
    }

    private static String template() throws IOException {
        try (InputStream resource = BrokerSettings.class.getResourceAsStream("/broker.json")) {
            return new String(resource.readAllBytes(), UTF_8);
        }
    }
}
