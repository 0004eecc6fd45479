package dev.slipway.local;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.impl.ForgivingExceptionHandler;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Signs in and opens a channel. */
record RabbitmqProbe(int port, Login login) {

    private static final int TIMEOUT_MILLIS = 2000;

    boolean answers() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(login.user());
        factory.setPassword(login.password());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(TIMEOUT_MILLIS);
        factory.setHandshakeTimeout(TIMEOUT_MILLIS);
        factory.setChannelRpcTimeout(TIMEOUT_MILLIS);
        factory.setExceptionHandler(new Silent());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            return channel != null && channel.isOpen();
        } catch (IOException | TimeoutException away) {
            return false;
        }
    }

    /** A broker that is not ready yet closes connections: that is an answer, no reason to log. */
    private static final class Silent extends ForgivingExceptionHandler {
        @Override
        protected void log(String message, Throwable failure) {}
    }
}
