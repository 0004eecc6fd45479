package dev.slipway.web.trace;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The trace id header in servlet services. */
@AutoConfiguration(afterName = "dev.slipway.web.WebConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TraceConfiguration {
    @Bean
    TraceIdFilter traceIdFilter(TraceIds traceIds) {
        return new TraceIdFilter(traceIds);
    }
}
