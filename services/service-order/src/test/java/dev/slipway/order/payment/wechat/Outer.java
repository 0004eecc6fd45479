package dev.slipway.order.payment.wechat;

import dev.slipway.order.configuration.RemoteSettings;
import dev.slipway.order.remote.OuterCalls;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Calls with nothing of this service around them. */
final class Outer {
    private static final Duration SHORT = Duration.ofSeconds(5);

    private Outer() {}

    static OuterCalls calls() {
        return new OuterCalls(HttpClients.createDefault(), new RemoteSettings(SHORT, SHORT, SHORT, 1, SHORT, SHORT));
    }
}
