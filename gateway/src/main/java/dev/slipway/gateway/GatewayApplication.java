package dev.slipway.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The gateway, listening on {@code SERVER_PORT} (8080). */
@SpringBootApplication
public class GatewayApplication {
    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    /** One event loop a processor: Reactor's least of four would only take turns on a small machine. */
    public static void main(String[] args) {
        if (System.getProperty(EVENT_LOOPS) == null) {
            System.setProperty(
                    EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
        SpringApplication.run(GatewayApplication.class, args);
    }
}
