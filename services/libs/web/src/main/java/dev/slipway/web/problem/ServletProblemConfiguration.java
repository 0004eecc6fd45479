package dev.slipway.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.web.trace.TraceIds;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;

/** Problems in servlet services. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration",
        afterName = {
            "dev.slipway.web.WebConfiguration",
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ProblemErrorController.class})
class ServletProblemConfiguration {
    @Bean
    ProblemResponses problemResponses(Problems problems, ObjectMapper json) {
        return new ProblemResponses(problems, json);
    }

    /** Only a service with a database or cache knows these exceptions. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataAccessException.class)
    @Import(UnavailableAdvice.class)
    static class WithData {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Tomcat.class)
    static class InTomcat {
        /** After all others that add a valve: the innermost reports first. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve(
                Problems problems, TraceIds traceIds, ObjectMapper json) {
            return tomcat -> tomcat.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.setErrorReportValveClass(ProblemValve.class.getName());
                host.getPipeline().addValve(new ProblemValve(problems, traceIds, json));
            });
        }
    }
}
