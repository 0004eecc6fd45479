package dev.slipway.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.slipway.local.LocalServer;
import dev.slipway.local.Login;
import dev.slipway.local.RabbitmqServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;

class RabbitmqServerIT extends LocalServerContract {

    @Override
    LocalServer server(Path data, int port, String password) {
        return new RabbitmqServer(data, Workplace.jars().rabbitmq(), port, new Login("slipway", password));
    }

    @Override
    boolean accepts(int port, String password) {
        try (Connection connection = connect(port, password)) {
            return connection.isOpen();
        } catch (IOException | TimeoutException refused) {
            return false;
        }
    }

    @Override
    void write(int port, String value) throws Exception {
        try (Connection connection = connect(port, PASSWORD);
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.queueDeclare("kept", true, false, false, null);
            channel.basicPublish("", "kept", MessageProperties.PERSISTENT_TEXT_PLAIN, value.getBytes(UTF_8));
            channel.waitForConfirmsOrDie(5000);
        }
    }

    @Override
    String read(int port) throws Exception {
        try (Connection connection = connect(port, PASSWORD);
                Channel channel = connection.createChannel()) {
            GetResponse message = channel.basicGet("kept", true);
            assertThat(message).isNotNull();
            return new String(message.getBody(), UTF_8);
        }
    }

    private static Connection connect(int port, String password) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername("slipway");
        factory.setPassword(password);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }
}
