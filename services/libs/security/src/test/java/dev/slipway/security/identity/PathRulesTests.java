package dev.slipway.security.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
class PathRulesTests {
    @Autowired
    MockMvc http;

    @Autowired
    IdentityTokens tokens;

    @ParameterizedTest
    @CsvSource({
        "GET,/api/open/x,,200", "POST,/api/open/x,,401", "GET,/api/closed,,401", "GET,/api/closed,USER,200",
        "GET,/admin/x,,401", "GET,/admin/x,USER,403", "GET,/admin/x,SERVICE,403", "GET,/admin/x,ADMIN,200",
        "GET,/inner/x,,401", "GET,/inner/x,USER,403", "GET,/inner/x,ADMIN,403", "GET,/inner/x,SERVICE,200",
        "GET,/actuator/env,,401", "GET,/actuator/health/liveness,,200"
    })
    void opensWhatTheRulesSay(HttpMethod method, String path, Role role, int status) throws Exception {
        var call = request(method, path);
        if (role != null) {
            call.header(IdentityTokens.HEADER, tokens.issue(new Caller("7", Set.of(role), "s")));
        }
        http.perform(call).andExpect(status().is(status));
    }

    @Test
    void answersAForgedIdentityWithAProblem() throws Exception {
        String forged = new IdentityTokens("another-key-that-is-long-enough-for-hs256", Clock.systemUTC())
                .issue(new Caller("7", Set.of(Role.ADMIN), "s"));
        http.perform(request(HttpMethod.GET, "/admin/x").header(IdentityTokens.HEADER, forged))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("unauthenticated"));
    }

    @Test
    void givesControllersTheCaller() throws Exception {
        String token = tokens.issue(new Caller("42", Set.of(Role.USER), "s"));
        http.perform(request(HttpMethod.GET, "/api/closed").header(IdentityTokens.HEADER, token))
                .andExpect(content().string(startsWith("42")));
    }

    @Test
    void knowsNoUserThatSpringBootMadeUp(@Autowired UserDetailsService users) {
        assertThatThrownBy(() -> users.loadUserByUsername("user")).isInstanceOf(UsernameNotFoundException.class);
    }

    @SpringBootApplication
    @RestController
    static class Application {
        @RequestMapping("/api/closed")
        String closed(Caller caller) {
            return caller.id();
        }

        @RequestMapping({"/api/open/x", "/admin/x", "/inner/x", "/actuator/env"})
        String other() {
            return "ok";
        }
    }
}
