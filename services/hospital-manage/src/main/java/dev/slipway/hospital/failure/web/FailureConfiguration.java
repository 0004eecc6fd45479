package dev.slipway.hospital.failure.web;

import dev.slipway.hospital.failure.FailureSwitches;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Failures are ordered, and hit, where nobody's appointments depend on it. */
@Configuration(proxyBeanMethods = false)
@Profile({"local", "dev", "test"})
class FailureConfiguration {
    /** Behind the security chains: only genuine calls use up a failure. */
    @Bean
    FilterRegistrationBean<FailingCalls> failingCalls(FailureSwitches failures) {
        var registration = new FilterRegistrationBean<>(new FailingCalls(failures));
        registration.addUrlPatterns("/api/hospitals/*");
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> droppableConnections() {
        return server -> server.addEngineValves(new DroppableConnections());
    }
}
