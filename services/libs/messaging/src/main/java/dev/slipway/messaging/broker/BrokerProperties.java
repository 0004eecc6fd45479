package dev.slipway.messaging.broker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the broker is talked to.
 *
 * @param confirmTimeout how long the broker may take to answer what was published
 */
@ConfigurationProperties("slipway.messaging.broker")
public record BrokerProperties(@DefaultValue("5s") Duration confirmTimeout) {}
