package dev.slipway.hospital.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The clerks' pages. */
@Configuration(proxyBeanMethods = false)
class Pages {
    @Bean
    @Order(5)
    SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(calls -> calls.anyRequest().denyAll()).build();
    }
}
