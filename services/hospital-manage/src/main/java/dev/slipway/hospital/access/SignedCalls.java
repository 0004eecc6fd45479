package dev.slipway.hospital.access;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.CallerAuthentication;
import dev.slipway.security.signature.Nonces;
import dev.slipway.security.signature.SignatureCheck;
import dev.slipway.security.signature.SignatureFilter;
import dev.slipway.security.signature.SigningKeys;
import dev.slipway.web.problem.ProblemResponses;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Calls of the platform: signed with a key of the hospital in their path. */
@Configuration(proxyBeanMethods = false)
class SignedCalls {
    private static final String PREFIX = "/api/hospitals/";

    @Bean
    SignatureCheck signatureCheck(SigningKeys keys, Nonces nonces, Clock clock) {
        return new SignatureCheck(keys, nonces, clock);
    }

    /** Another hospital's path is not found, so that codes can't be probed. */
    @Bean
    @Order(1)
    SecurityFilterChain signedChain(HttpSecurity http, SignatureCheck check, ProblemResponses problems)
            throws Exception {
        return http.securityMatcher(PREFIX + "**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(
                        new SignatureFilter(check, problems, PREFIX, CallerAuthentication::authenticate),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(
                                (request, response, refused) -> problems.write(request, response, HttpStatus.NOT_FOUND))
                        .authenticationEntryPoint((request, response, refused) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(calls -> calls.requestMatchers(PREFIX + "{code}/**")
                        .access(SignedCalls::ownPath)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static AuthorizationDecision ownPath(
            Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(authentication.get().getPrincipal() instanceof Caller caller
                && caller.id().equals(context.getVariables().get("code")));
    }
}
