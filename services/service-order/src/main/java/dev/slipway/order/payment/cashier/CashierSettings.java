package dev.slipway.order.payment.cashier;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The fake cashier.
 *
 * @param address where a phone reaches its page, through the gateway
 */
@ConfigurationProperties("slipway.cashier")
record CashierSettings(
        @DefaultValue("http://127.0.0.1:8080") URI address) {}
