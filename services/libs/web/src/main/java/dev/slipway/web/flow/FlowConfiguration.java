package dev.slipway.web.flow;

import com.alibaba.csp.sentinel.adapter.spring.webmvc_v6x.config.SentinelWebMvcConfig;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Each call of a service that follows rules, or is shown in the dashboard, is a resource of Sentinel.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Conditional(FlowConfiguration.Wanted.class)
class FlowConfiguration {

    @Bean
    WebMvcConfigurer flowControl() {
        SentinelWebMvcConfig calls = new SentinelWebMvcConfig();
        calls.setBlockExceptionHandler((request, response, resource, block) -> {
            throw Blocked.problem(block);
        });
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new CallInterceptor(calls));
            }
        };
    }

    /** By a document of rules, or by a dashboard that shows the calls. */
    static class Wanted extends AnyNestedCondition {
        Wanted() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("slipway.rules.flow")
        static class ForFlow {}

        @ConditionalOnProperty("slipway.rules.degrade")
        static class ForDegrade {}

        @ConditionalOnProperty("spring.cloud.sentinel.transport.dashboard")
        static class ForTheDashboard {}
    }
}
