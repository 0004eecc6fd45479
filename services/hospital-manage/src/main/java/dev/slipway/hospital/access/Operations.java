package dev.slipway.hospital.access;

import dev.slipway.web.problem.ProblemResponses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What programs call without a signature. */
@Configuration(proxyBeanMethods = false)
class Operations {
    @Bean
    @Order(2)
    SecurityFilterChain operationsChain(HttpSecurity http, ProblemResponses problems) throws Exception {
        return unsigned(http, problems)
                .securityMatcher("/actuator/**", "/v3/api-docs/**", "/error")
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(3)
    @Profile({"local", "dev", "test"})
    SecurityFilterChain developmentChain(HttpSecurity http, ProblemResponses problems) throws Exception {
        return unsigned(http, problems)
                .securityMatcher("/api/dev/**")
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    /** All that is left below /api is nothing. */
    @Bean
    @Order(4)
    SecurityFilterChain nothingElseChain(HttpSecurity http, ProblemResponses problems) throws Exception {
        return unsigned(http, problems)
                .securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.anyRequest().denyAll())
                .build();
    }

    private static HttpSecurity unsigned(HttpSecurity http, ProblemResponses problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refused) -> problems.write(request, response, HttpStatus.NOT_FOUND))
                        .accessDeniedHandler((request, response, refused) ->
                                problems.write(request, response, HttpStatus.NOT_FOUND)));
    }
}
