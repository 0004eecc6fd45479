package dev.slipway.security.identity;

import dev.slipway.web.problem.ProblemResponses;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Deny first: what is neither opened nor covered by a role needs an authenticated caller. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PathRules.class)
class IdentityConfiguration implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }

    @Bean
    IdentityTokens identityTokens(Environment environment, Clock clock) {
        return new IdentityTokens(environment.getRequiredProperty("identity-key"), clock);
    }

    /** Nobody has a password here; where nothing says so, Spring Boot makes up a user and writes its password into the log. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** A call is measured once, as a whole; a span for each of a dozen filters cost a tenth of a short one. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain identityChain(
            HttpSecurity http,
            IdentityTokens tokens,
            PathRules rules,
            ProblemResponses problems,
            ObjectProvider<ChainPart> more)
            throws Exception {
        more.forEach(part -> part.addTo(http));
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new IdentityFilter(tokens), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, refused) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler((request, response, refused) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN)))
                .authorizeHttpRequests(calls -> {
                    rules.open().forEach(call -> {
                        String[] parts = call.split(" ", 2);
                        calls.requestMatchers(HttpMethod.valueOf(parts[0]), parts[1])
                                .permitAll();
                    });
                    calls.requestMatchers("/error", "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                            .permitAll()
                            .requestMatchers("/admin/**")
                            .hasRole(Role.ADMIN.name())
                            .requestMatchers("/inner/**")
                            .hasRole(Role.SERVICE.name())
                            .requestMatchers("/openapi/**")
                            .hasRole(Role.HOSPITAL.name())
                            .anyRequest()
                            .authenticated();
                });
        return http.build();
    }
}
