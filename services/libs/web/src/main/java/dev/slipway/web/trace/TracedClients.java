package dev.slipway.web.trace;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.client.RestClient;

/**
 * Sends the trace along with every call of a client that a service builds as a bean, that is with calls of other
 * services. A client of somebody else's system is built elsewhere and sends none.
 */
final class TracedClients implements BeanPostProcessor {
    private final ObjectProvider<ObservationRegistry> observations;

    TracedClients(ObjectProvider<ObservationRegistry> observations) {
        this.observations = observations;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RestClient.Builder client) {
            observations.ifAvailable(client::observationRegistry);
        }
        return bean;
    }
}
