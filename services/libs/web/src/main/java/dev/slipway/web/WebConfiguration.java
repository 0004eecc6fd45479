package dev.slipway.web;

import dev.slipway.web.json.StrictJson;
import dev.slipway.web.problem.Problems;
import dev.slipway.web.trace.TraceIds;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What servlet services and the reactive gateway share. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration",
        afterName = "org.springframework.boot.actuate.autoconfigure.tracing.BraveAutoConfiguration")
class WebConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Times are stored in UTC and shown in this zone. */
    @Bean
    ZoneId displayZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Bean
    StrictJson strictJson(ZoneId displayZone) {
        return new StrictJson(displayZone);
    }

    @Bean
    TraceIds traceIds(Tracer tracer) {
        return new TraceIds(tracer);
    }

    @Bean
    Problems problems(TraceIds traceIds) {
        return new Problems(traceIds);
    }
}
