package dev.slipway.test;

import dev.slipway.local.LocalServer;
import dev.slipway.local.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

class RedisServerIT extends LocalServerContract {

    @Override
    LocalServer server(Path data, int port, String password) {
        return new RedisServer(data, Workplace.binaries(), port, password);
    }

    @Override
    boolean accepts(int port, String password) {
        try {
            return "PONG"
                    .equals(with(port, password, connection -> connection.sync().ping()));
        } catch (RedisConnectionException refused) {
            return false;
        }
    }

    @Override
    void write(int port, String value) {
        with(port, PASSWORD, connection -> connection.sync().set("kept", value));
    }

    @Override
    String read(int port) {
        return with(port, PASSWORD, connection -> connection.sync().get("kept"));
    }

    private static String with(
            int port, String password, Function<StatefulRedisConnection<String, String>, String> command) {
        RedisURI address = RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withPassword(password.toCharArray())
                .withTimeout(Duration.ofSeconds(5))
                .build();
        try (RedisClient client = RedisClient.create(address);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            return command.apply(connection);
        }
    }
}
