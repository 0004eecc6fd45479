package dev.slipway.hosp.hospital;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes a stack without any real hospital worth looking at; off unless the profile is {@code local} or
 * {@code dev}.
 *
 * @param online whether a hospital is online from its first upload on, without an operator
 * @param hospitalManageUrl where the demonstration hospitals take calls; null makes no demonstration hospitals
 */
@ConfigurationProperties("slipway.demonstration")
public record DemonstrationSettings(
        @DefaultValue("false") boolean online, @Nullable String hospitalManageUrl) {}
