package dev.slipway.web.trace;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The trace id header in servlet services, and the trace in what they ask of each other. */
@AutoConfiguration(afterName = "dev.slipway.web.WebConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class TraceConfiguration {
    @Bean
    TraceIdFilter traceIdFilter(TraceIds traceIds) {
        return new TraceIdFilter(traceIds);
    }

    @Bean
    static TracedClients tracedClients(ObjectProvider<ObservationRegistry> observations) {
        return new TracedClients(observations);
    }
}
