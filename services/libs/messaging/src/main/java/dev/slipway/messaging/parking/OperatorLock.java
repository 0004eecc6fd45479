package dev.slipway.messaging.parking;

import com.rabbitmq.client.Channel;
import dev.slipway.messaging.retry.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * One operator at a time, over all processes: an exclusive queue belongs to one connection and goes with it, so a
 * killed holder blocks nobody.
 */
final class OperatorLock {

    private static final Logger log = LoggerFactory.getLogger(OperatorLock.class);
    private static final String LOCK = "slipway.parked.operator";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Backoff WAITS = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200));

    private final ConnectionFactory connections;
    private final RandomGenerator random;
    private final ReentrantLock here = new ReentrantLock(true);

    OperatorLock(ConnectionFactory connections, RandomGenerator random) {
        this.connections = connections;
        this.random = random;
    }

    <T> T locked(Function<Connection, T> work) {
        try {
            if (!here.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ParkingBusy();
            }
            try {
                return lockedHere(work);
            } finally {
                here.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParkingBusy();
        }
    }

    private <T> T lockedHere(Function<Connection, T> work) throws InterruptedException {
        Connection connection = connections.createConnection();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int tries = 0; !acquired(connection); tries++) {
            if (System.nanoTime() > deadline) {
                throw new ParkingBusy();
            }
            Thread.sleep(WAITS.after(tries, random).toMillis());
        }
        try {
            return work.apply(connection);
        } finally {
            release(connection);
        }
    }

    /** The refusal closes the channel, so each try has one of its own. */
    private static boolean acquired(Connection connection) {
        Channel channel = connection.createChannel(false);
        try {
            channel.queueDeclare(LOCK, false, true, false, null);
            return true;
        } catch (IOException refused) {
            if (!connection.isOpen()) {
                throw new AmqpException("The connection was lost", refused);
            }
            return false;
        } finally {
            close(channel);
        }
    }

    private static void release(Connection connection) {
        try {
            Channel channel = connection.createChannel(false);
            try {
                channel.queueDelete(LOCK);
            } finally {
                close(channel);
            }
        } catch (IOException | AmqpException e) {
            log.debug("The lock goes with its connection", e);
        }
    }

    static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException | TimeoutException | RuntimeException e) {
            log.debug("Channel was closed already", e);
        }
    }
}
