package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.Headers;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.Middleware;
import dev.slipway.test.Redis;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

class AccessIT {
    private static final TestTokens tokens = new TestTokens();
    private static final Upstream user = new Upstream();
    private static final Upstream hosp = new Upstream();
    private static final Redis redis = Middleware.redis();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                redis, new TestRegistry().with("service-user", user.url()).with("service-hosp", hosp.url()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        user.close();
        hosp.close();
    }

    @BeforeEach
    void behave() {
        user.behaves((exchange, call) -> {
            boolean keys = call.uri().getPath().equals("/.well-known/jwks.json");
            Upstream.json(exchange, 200, keys ? tokens.jwks() : "{\"service\":\"user\"}");
        });
        hosp.behaves((exchange, call) -> Upstream.json(exchange, 200, "{}"));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    private static int me(String token) {
        return gateway.get("/api/me", "Authorization", bearer(token)).statusCode();
    }

    @Test
    void callerIsToldToTheServiceByASignedHeaderAndTheTokenStaysHere() {
        HttpResponse<String> answer = gateway.get("/api/me", "Authorization", bearer(tokens.user("u-42")));

        assertThat(answer.statusCode()).isEqualTo(200);
        Headers sent = user.last().headers();
        assertThat(sent.containsKey("Authorization")).isFalse();
        Caller caller = identity(sent);
        assertThat(caller.id()).isEqualTo("u-42");
        assertThat(caller.roles()).isEqualTo(Set.of(Role.USER));
        assertThat(caller.sessionId()).isNotBlank();
    }

    private static Caller identity(Headers sent) {
        assertThat(sent.get("X-Identity")).hasSize(1);
        return new IdentityTokens(RunningGateway.IDENTITY_KEY, Clock.systemUTC())
                .verify(sent.getFirst("X-Identity"))
                .orElseThrow();
    }

    @Test
    void withoutTokenOnlyOpenPathsAnswer() throws Exception {
        HttpResponse<String> refused = gateway.get("/api/me");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        JsonNode problem = new ObjectMapper().readTree(refused.body());
        assertThat(problem.get("code").asText()).isEqualTo("unauthenticated");
        assertThat(problem.get("traceId").asText())
                .isEqualTo(refused.headers().firstValue("X-Trace-Id").orElseThrow());
        assertThat(gateway.call("POST", "/api/sign-in", "{}").statusCode()).isEqualTo(200);
        assertThat(gateway.call("GET", "/api/sign-in", "").statusCode()).isEqualTo(401);
        assertThat(gateway.call("DELETE", "/api/sign-in", "").statusCode()).isEqualTo(401);
        assertThat(gateway.call("POST", "/api/sign-in/", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void operatorsPathsNeedTheRole() {
        assertThat(gateway.get("/admin/users").statusCode()).isEqualTo(401);
        assertThat(gateway.get("/admin/users", "Authorization", bearer(tokens.user("u-1")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(gateway.get("/admin/users", "Authorization", bearer(tokens.admin("a-1")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(identity(user.last().headers()).roles()).isEqualTo(Set.of(Role.ADMIN));
    }

    @Test
    void aTokenNeverMakesItsBearerAService() {
        String token = TestTokens.issue(tokens.signing(), claims -> claims.claim("roles", List.of("SERVICE", "USER")));

        assertThat(me(token)).isEqualTo(200);

        assertThat(identity(user.last().headers()).roles()).isEqualTo(Set.of(Role.USER));
    }

    @Test
    void wrongTokensAreRefused() throws Exception {
        Instant now = Instant.now();
        ECKey stranger = TestTokens.key();
        ECKey sameName =
                new ECKey.Builder(stranger).keyID(tokens.signing().getKeyID()).build();
        assertThat(me(TestTokens.issue(stranger, c -> c))).as("unknown key").isEqualTo(401);
        assertThat(me(TestTokens.issue(sameName, c -> c))).as("wrong key").isEqualTo(401);
        assertThat(me(issue("audience"))).as("audience").isEqualTo(401);
        assertThat(me(TestTokens.issue(tokens.signing(), c -> c.issuer("evil"))))
                .as("issuer")
                .isEqualTo(401);
        assertThat(me(TestTokens.issue(tokens.signing(), c -> c.expirationTime(Date.from(now.minusSeconds(61))))))
                .as("expired")
                .isEqualTo(401);
        assertThat(me(TestTokens.issue(tokens.signing(), c -> c.expirationTime(null))))
                .as("without end")
                .isEqualTo(401);
        assertThat(me(TestTokens.issue(tokens.signing(), c -> c.claim("sid", null))))
                .as("without session")
                .isEqualTo(401);
        assertThat(me(tampered(tokens.user("u-1")))).as("tampered").isEqualTo(401);
        assertThat(me("rubbish")).as("rubbish").isEqualTo(401);
        assertThat(me("x".repeat(6000))).as("long rubbish").isEqualTo(401);
    }

    private static String issue(String audience) {
        return TestTokens.issue(tokens.signing(), claims -> claims.audience(audience));
    }

    private static String tampered(String token) {
        int payload = token.indexOf('.') + 10;
        char other = token.charAt(payload) == 'A' ? 'B' : 'A';
        return token.substring(0, payload) + other + token.substring(payload + 1);
    }

    @Test
    void algorithmsOtherThanOursAreRefused() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(tokens.user("u-1")).getJWTClaimsSet();
        byte[] publicKey = tokens.signing().toECPublicKey().getEncoded();
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(tokens.signing().getKeyID())
                        .build(),
                claims);
        confused.sign(new MACSigner(publicKey));

        assertThat(me(new PlainJWT(claims).serialize())).as("alg none").isEqualTo(401);
        assertThat(me(confused.serialize())).as("HS256 with the public key").isEqualTo(401);
    }

    @Test
    void twoTokensAreNone() {
        String good = tokens.user("u-1");
        String answer = gateway.rawGet("/api/me", "Authorization: " + bearer(good), "Authorization: " + bearer(good));
        assertThat(answer).startsWith("HTTP/1.1 401");
    }

    @Test
    void aBadTokenDoesNotCloseAnOpenPath() {
        assertThat(gateway.call("POST", "/api/sign-in/refresh", "{}", "Authorization", bearer("old"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(user.last().headers().containsKey("X-Identity")).isFalse();
    }

    @Test
    void aTokenEndsOnTimeThoughItWasVerifiedBefore() {
        String token = TestTokens.issue(
                tokens.signing(),
                c -> c.expirationTime(Date.from(Instant.now().minusSeconds(60).plusSeconds(2))));
        assertThat(me(token)).isEqualTo(200);
        RunningGateway.sleep(Duration.ofSeconds(2));
        assertThat(me(token)).isEqualTo(401);
    }

    @Test
    void keysRotateWithoutAFailedCall() {
        String old = tokens.user("u-1");
        assertThat(me(old)).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            tokens.rotate();
            assertThat(me(tokens.user("u-1"))).as("first token of a new key").isEqualTo(200);
        }
        assertThat(me(old)).as("token of the old key").isEqualTo(200);
    }

    @Test
    void madeUpKeysCostFewReadsAndDoNotShutOutNewOnes() {
        long started = System.nanoTime();
        user.received().clear();
        for (int i = 0; i < 4; i++) {
            assertThat(me(TestTokens.issue(TestTokens.key(), c -> c))).isEqualTo(401);
        }
        tokens.rotate();
        assertThat(me(tokens.user("u-1"))).isEqualTo(200);
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        long reads = user.received().stream()
                .filter(call -> call.uri().getPath().endsWith("jwks.json"))
                .count();
        assertThat(reads).isLessThanOrEqualTo(seconds + 2);
    }

    @Test
    void aSessionRevokedIsDeadWithinASecond() throws Exception {
        String token = tokens.user("u-7");
        String other = tokens.user("u-7");
        assertThat(me(token)).isEqualTo(200);
        revoke("session:" + SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("sid"));
        RunningGateway.sleep(Duration.ofMillis(900));
        assertThat(me(token)).isEqualTo(401);
        assertThat(me(other)).as("another session of the user").isEqualTo(200);
    }

    @Test
    void allTokensOfALockedUserAreDeadWithinASecondAndNewOnesLive() {
        String first = tokens.user("u-8");
        String never = tokens.user("u-8");
        assertThat(me(first)).isEqualTo(200);
        revoke("user:u-8");
        RunningGateway.sleep(Duration.ofMillis(900));
        assertThat(me(first)).isEqualTo(401);
        assertThat(me(never)).as("not seen before").isEqualTo(401);
        RunningGateway.sleep(Duration.ofMillis(300));
        assertThat(me(tokens.user("u-8"))).as("issued after").isEqualTo(200);
    }

    private static void revoke(String member) {
        gateway.bean(ReactiveStringRedisTemplate.class)
                .opsForZSet()
                .add("slipway:revocations", member, (double) System.currentTimeMillis())
                .block(Duration.ofSeconds(2));
    }

    @Test
    void whatAClientSaysOfIdentityAndOriginIsNotPassedOn() {
        String forged = new IdentityTokens(RunningGateway.IDENTITY_KEY, Clock.systemUTC())
                .issue(new Caller("root", Set.of(Role.ADMIN, Role.SERVICE), "s"));
        gateway.rawGet(
                "/api/sign-in/wechat",
                "X-Identity: " + forged,
                "x-identity: other",
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-Host: evil",
                "Forwarded: for=6.6.6.6",
                "X-Real-IP: 6.6.6.6",
                "X-User-Id: 1",
                "X-Original-URL: /admin/users",
                "X-HTTP-Method-Override: DELETE",
                "Connection: X-Secret",
                "X-Secret: 1",
                "X-Kept: 1");

        Headers sent = user.last().headers();
        assertThat(sent.keySet())
                .doesNotContain("X-identity", "X-forwarded-host", "Forwarded", "X-real-ip", "X-user-id")
                .doesNotContain("X-original-url", "X-http-method-override", "X-secret");
        assertThat(sent.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(sent.getFirst("X-Kept")).isEqualTo("1");
    }

    @Test
    void aClientCannotDropTheCallerByNamingTheHeaderConnection() {
        gateway.rawGet("/api/me", "Authorization: " + bearer(tokens.user("u-9")), "Connection: X-Identity");
        assertThat(identity(user.last().headers()).id()).isEqualTo("u-9");
    }

    @Test
    void hospitalsCallsPassToTheSignatureCheck() {
        assertThat(gateway.get("/openapi/hosp/hospital", "X-Identity", "forged", "Authorization", bearer("x"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(hosp.last().headers().keySet()).doesNotContain("X-identity", "Authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/..;/users",
                "/api/..;/admin/users",
                "//admin/users",
                "/api//admin/users",
                "/api/sign-in/wechat/../../../admin/users",
                "/api/sign-in/wechat/%2e%2e/%2e%2e/%2e%2e/admin/users",
                "/api/sign-in/wechat/.%2e/x",
                "/api/sign-in/..%2f..%2fadmin/users",
                "/api/sign-in/%252e%252e/x",
                "/api/sign-in/..%5cadmin",
                "/api/sign-in/..\\admin",
                "/api/me;x=1",
                "/api/sign-in/codes;.js",
                "/api/me%3bx",
                "/api/./me",
                "/%61dmin/users",
                "/api/sign-in/%c0%ae%c0%ae/x",
                "/api/me%00",
                "/api/me%",
                "/api/me%0d%0aX:1",
                "/inner/users",
                "/api/inner/users",
                "/api/%69nner/users",
                "/api/sign-in/wechat/INNER/x",
                "/api/sign-in/wechat/..;/inner/x",
                "/.well-known/jwks.json",
                "/api/../.well-known/jwks.json",
                "/actuator/env",
                "/actuator/gateway/routes",
                "/v3/api-docs",
                "/",
                "*",
                "http://127.0.0.1/inner/x"
            })
    void tricksWithPathsGetNowhereEvenForAnOperator(String path) {
        user.received().clear();
        String answer = gateway.rawGet(path, "Authorization: " + bearer(tokens.admin("a-1")));

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404).*");
        assertThat(answer).contains("application/problem+json").contains("\"traceId\"");
        // The gateway itself reads the keys now and then, and is nobody's proxy then.
        assertThat(user.received()).noneMatch(call -> call.headers().containsKey("X-Forwarded-For"));
    }

    @Test
    void pathsOfOtherScriptsPass() {
        assertThat(gateway.get("/api/sign-in/wechat/callback?code=%E4%B8%AD").statusCode())
                .isEqualTo(200);
        assertThat(gateway.get("/api/patients/%E4%B8%AD", "Authorization", bearer(tokens.user("u-1")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(user.last().uri().getRawPath()).isEqualTo("/api/patients/%E4%B8%AD");
    }

    @Test
    void managementIsForThisMachineAlone() {
        assertThat(gateway.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/actuator/health", "X-Forwarded-For", "10.0.0.1")
                        .statusCode())
                .isEqualTo(404);
    }
}
