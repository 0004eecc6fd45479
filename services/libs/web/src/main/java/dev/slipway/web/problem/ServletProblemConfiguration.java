package dev.slipway.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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
}
