package dev.slipway.gateway.call;

import brave.Tracing;
import dev.slipway.gateway.problem.ProblemWriter;
import dev.slipway.gateway.problem.UnseenCalls;
import dev.slipway.web.live.LiveConfiguration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.embedded.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class CallConfiguration {
    @Bean
    Supplier<ClientSettings> clientSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.clients", ClientSettings.class)::get;
    }

    @Bean
    ClientAddresses clientAddresses(Supplier<ClientSettings> clients) {
        return new ClientAddresses(clients);
    }

    /** Straight to standard output, beside the other log lines: each write is of whole lines. */
    @Bean
    AccessLog accessLog(
            Environment environment, Clock clock, MeterRegistry meters, ObjectProvider<AccessLogTarget> target) {
        boolean json = StringUtils.hasText(environment.getProperty("logging.structured.format.console"));
        Counter dropped = Counter.builder("slipway.gateway.access.log.dropped")
                .description("Lines of the access log nobody took")
                .register(meters);
        OutputStream out = target.getIfAvailable(() -> () -> new FileOutputStream(FileDescriptor.out))
                .open();
        return new AccessLog(out, json, clock, dropped);
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> readingOn() {
        ReadOn readOn = new ReadOn();
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, address) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "slipway.readOn", readOn)));
    }

    @Bean
    CallMeter callMeter(MeterRegistry meters) {
        return new CallMeter(meters);
    }

    /** What was asked for is not known of these, nor how long it took. */
    @Bean
    UnseenCalls unseenCalls(CallMeter meter, AccessLog log) {
        return (status, traceId) -> {
            meter.record(ServedMethods.OTHER, Call.NO_ROUTE, status, 0);
            log.record(new AccessLine(ServedMethods.OTHER, "-", status, 0, Call.NO_ROUTE, traceId, null));
        };
    }

    @Bean
    CallFilter callFilter(Tracing tracing, ProblemWriter problems, CallMeter meter, AccessLog log) {
        return new CallFilter(tracing, problems, meter, log);
    }
}
