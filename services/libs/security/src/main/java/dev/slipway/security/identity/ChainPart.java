package dev.slipway.security.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Adds to the chain of a service another way of knowing its caller than the identity header. */
@FunctionalInterface
public interface ChainPart {
    void addTo(HttpSecurity http);
}
