package dev.slipway.hospital.access;

import dev.slipway.hospital.clerk.ClerkSignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The clerks' pages: signed in by a form, every change with a token against forgery. */
@Configuration(proxyBeanMethods = false)
class Pages {
    /** No script at all, and nothing from anywhere else. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A manager without a parent: it would ask the same provider again, and each attempt would count twice. */
    @Bean
    @Order(5)
    SecurityFilterChain pageChain(HttpSecurity http, ClerkSignIn signIn) throws Exception {
        return http.authenticationManager(new ProviderManager(signIn))
                .authorizeHttpRequests(
                        calls -> calls.requestMatchers("/sign-in", "/assets/**", "/favicon.ico", "/refused")
                                .permitAll()
                                .anyRequest()
                                .hasRole(ClerkSignIn.ROLE))
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/", true)
                        .failureHandler((request, response, refused) -> response.sendRedirect(request.getContextPath()
                                + "/sign-in?refused=" + (refused instanceof LockedException ? "locked" : "wrong"))))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(refusals -> refusals.accessDeniedPage("/refused"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
