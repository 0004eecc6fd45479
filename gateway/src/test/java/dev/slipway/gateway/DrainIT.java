package dev.slipway.gateway;

import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A gateway that stops, and still answers those who do not know yet. */
class DrainIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SERVICE = "service-hosp";

    @Test
    void instancesAreFollowedUntilTheLastCallIsAnswered() throws Exception {
        Nacos nacos = Middleware.nacos();
        NamingService names = nacos.names();
        var gateway = new RunningGateway(
                Middleware.redis(),
                new TestRegistry(),
                "spring.cloud.nacos.discovery.enabled=true",
                "NACOS_ADDRESS=" + nacos.server().address(),
                "spring.cloud.nacos.discovery.ip=127.0.0.1",
                "spring.cloud.nacos.discovery.port=-1",
                "nacos-password=" + nacos.login().password(),
                "slipway.drain=10s");
        try (Upstream upstream = new Upstream()) {
            names.registerInstance(SERVICE, "127.0.0.1", upstream.port());
            Eventually.within(SOON, () -> gateway.get("/openapi/hosp/x").statusCode() == 200);

            CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway::close);
            Eventually.within(SOON, () -> isGone(names));
            names.deregisterInstance(SERVICE, "127.0.0.1", upstream.port());

            Eventually.within(
                    Duration.ofSeconds(5),
                    () -> gateway.get("/openapi/hosp/x").body().contains("\"code\":\"no-instance\""));
            closing.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } finally {
            names.shutDown();
        }
    }

    private static boolean isGone(NamingService names) {
        try {
            return names.selectInstances("server-gateway", true, false).isEmpty();
        } catch (NacosException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
