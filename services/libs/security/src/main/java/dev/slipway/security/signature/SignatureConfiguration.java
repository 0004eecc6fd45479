package dev.slipway.security.signature;

import dev.slipway.security.identity.CallerAuthentication;
import dev.slipway.security.identity.ChainPart;
import dev.slipway.web.problem.ProblemResponses;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** The signed paths of a service that says whose keys it knows. */
@AutoConfiguration
@ConditionalOnBean(SignatureCheck.class)
class SignatureConfiguration {
    /** The gateway lets them through; here the signature decides. */
    private static final String SIGNED = "/openapi/";

    @Bean
    ChainPart hospitalsBySignature(SignatureCheck check, ProblemResponses problems) {
        SignatureFilter filter = new SignatureFilter(check, problems, SIGNED, CallerAuthentication::authenticate);
        return http -> http.addFilterBefore(filter, AnonymousAuthenticationFilter.class);
    }
}
