package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.user.account.Account;
import dev.slipway.user.account.Accounts;
import dev.slipway.user.phone.Phone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

class SignInIT extends ServiceTest {
    @Autowired
    Accounts accounts;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    AmqpAdmin broker;

    @Test
    void theFirstSignInRegistersAndTheNextIsTheSameUser() {
        String phone = newPhone();
        Answer first = signIn(phone);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("/tokenType")).isEqualTo("Bearer");
        assertThat(first.body().at("/expiresIn").asInt()).isEqualTo(900);
        assertThat(first.text("/user/phone")).isEqualTo(phone);
        assertThat(first.text("/user/roles/0")).isEqualTo("USER");
        assertThat(first.text("/user/verification")).isEqualTo("none");
        allowAnotherCode();
        assertThat(signIn(phone).text("/user/id")).isEqualTo(first.text("/user/id"));
    }

    @Test
    void theAccessTokenIsCheckedByThePublishedKeySet() throws Exception {
        SignedJWT token = SignedJWT.parse(signIn(newPhone()).text("/accessToken"));
        assertThat(verified(token)).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("slipway");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("slipway-api");
        assertThat(Duration.between(
                        token.getJWTClaimsSet().getIssueTime().toInstant(),
                        token.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
        String keys =
                call("GET", "/.well-known/jwks.json", null, Map.of()).raw().body();
        assertThat(keys).doesNotContain("\"d\"");
    }

    private boolean verified(SignedJWT token) throws Exception {
        JWKSet keys = JWKSet.parse(
                call("GET", "/.well-known/jwks.json", null, Map.of()).raw().body());
        return token.verify(new ECDSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey()));
    }

    @Test
    void aRotatedKeySignsAtOnceAndTheOldOneStaysGood() throws Exception {
        SignedJWT before = SignedJWT.parse(signIn(newPhone()).text("/accessToken"));
        Answer rotated = as(admin(), "POST", "/admin/token-keys", null);
        assertThat(rotated.status()).isEqualTo(201);
        SignedJWT after = SignedJWT.parse(signIn(newPhone()).text("/accessToken"));
        assertThat(after.getHeader().getKeyID()).isEqualTo(rotated.text("/keyId"));
        assertThat(before.getHeader().getKeyID()).isNotEqualTo(rotated.text("/keyId"));
        assertThat(verified(before)).isTrue();
        assertThat(verified(after)).isTrue();
    }

    @Test
    void aReplacedKeyIsPublishedUntilItsTokensHaveExpired() throws Exception {
        SignedJWT before = SignedJWT.parse(signIn(newPhone()).text("/accessToken"));
        as(admin(), "POST", "/admin/token-keys", null);
        String old = before.getHeader().getKeyID();
        Instant longest = before.getJWTClaimsSet().getExpirationTime().toInstant();
        assertThat(jdbc.sql("SELECT expires_at FROM token_key WHERE id = ?")
                        .param(old)
                        .query(LocalDateTime.class)
                        .single()
                        .toInstant(ZoneOffset.UTC))
                .isAfter(longest);
        assertThat(publishedKeys()).contains(old);
        jdbc.sql("UPDATE token_key SET expires_at = '2020-01-01' WHERE id = ?")
                .param(old)
                .update();
        assertThat(publishedKeys()).isNotEmpty().doesNotContain(old);
    }

    private List<String> publishedKeys() {
        return call("GET", "/.well-known/jwks.json", null, Map.of())
                .body()
                .at("/keys")
                .findValuesAsText("kid");
    }

    @Test
    void privateKeysAndCodesAreNotReadableAtRest() {
        String phone = newPhone();
        String code = requestCode(phone);
        assertThat(jdbc.sql("SELECT private_part FROM token_key")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(part -> part.contains("\"d\""));
        for (String key : redis.keys("slipway:user:code:*")) {
            assertThat(key).doesNotContain(phone);
            assertThat(redis.opsForHash().values(key)).doesNotContain(code);
        }
    }

    @Test
    void theCodeIsPublishedAsTheSenderOfMessagesReadsIt() throws Exception {
        broker.purgeQueue(REQUESTED_MESSAGES);
        String phone = newPhone();
        String code = requestCode(phone);
        Message message = rabbit.receive(REQUESTED_MESSAGES, 20_000);
        assertThat(message).isNotNull();
        assertThat(message.getMessageProperties().getType()).isEqualTo("sms.requested");
        assertThat(json.readTree(message.getBody()))
                .isEqualTo(json.valueToTree(Map.of(
                        "id",
                        message.getMessageProperties().getMessageId(),
                        "phone",
                        phone,
                        "template",
                        "sign-in-code",
                        "parameters",
                        Map.of("code", code, "minutes", "5"))));
    }

    @Test
    void theFifthWrongTryKillsTheCode() {
        String phone = newPhone();
        String code = requestCode(phone);
        for (int i = 0; i < 5; i++) {
            Answer wrong = post("/api/sign-in", Map.of("phone", phone, "code", otherThan(code)));
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.text("/code")).isEqualTo("wrong-code");
        }
        assertThat(post("/api/sign-in", Map.of("phone", phone, "code", code)).status())
                .isEqualTo(401);
    }

    @Test
    void fourWrongTriesDoNot() {
        String phone = newPhone();
        String code = requestCode(phone);
        for (int i = 0; i < 4; i++) {
            post("/api/sign-in", Map.of("phone", phone, "code", otherThan(code)));
        }
        assertThat(post("/api/sign-in", Map.of("phone", phone, "code", code)).status())
                .isEqualTo(200);
    }

    private static String otherThan(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    void fiftyParallelTriesOfOneCodeSignInOnce() throws Exception {
        String phone = newPhone();
        String code = requestCode(phone);
        List<Integer> statuses = atOnce(50, () -> post("/api/sign-in", Map.of("phone", phone, "code", code))
                .status());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 401).hasSize(49);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM account WHERE phone = ?")
                        .param(phone)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void fiftyParallelRegistrationsOfOnePhoneMakeOneUser() throws Exception {
        Phone phone = new Phone(newPhone());
        List<String> ids = atOnce(50, () -> accounts.registered(phone)).stream()
                .map(Account::id)
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    void aPhoneGetsOneCodeAMinute() {
        String phone = newPhone();
        requestCode(phone);
        Answer second = post("/api/sign-in/codes", Map.of("phone", phone));
        assertThat(second.status()).isEqualTo(429);
        assertThat(second.raw().headers().firstValueAsLong("Retry-After").getAsLong())
                .isBetween(50L, 60L);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM outbox WHERE payload LIKE ?")
                        .param("%\"" + phone + "\"%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofManyParallelRequestsForACodeOneIsServed() throws Exception {
        String phone = newPhone();
        List<Integer> statuses = atOnce(
                20, () -> post("/api/sign-in/codes", Map.of("phone", phone)).status());
        assertThat(statuses).filteredOn(status -> status == 202).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(19);
    }

    @Test
    void aPhoneGetsFiveCodesAnHour() {
        String phone = newPhone();
        for (int i = 0; i < 5; i++) {
            requestCode(phone);
            allowAnotherCode();
        }
        Answer sixth = post("/api/sign-in/codes", Map.of("phone", phone));
        assertThat(sixth.status()).isEqualTo(429);
        // An hour after the first code, which is ten minutes old and what this test has taken.
        assertThat(sixth.raw().headers().firstValueAsLong("Retry-After").getAsLong())
                .isBetween(2000L, 3000L);
    }

    /** As if every code had been sent two minutes earlier. */
    private void allowAnotherCode() {
        for (String key : redis.keys("slipway:user:code-requests:*")) {
            for (String request : redis.opsForZSet().range(key, 0, -1)) {
                redis.opsForZSet().incrementScore(key, request, -120_000);
            }
        }
    }

    @Test
    void aKnownAndAnUnknownPhoneGetTheSameAnswers() {
        String known = newPhone();
        signIn(known);
        allowAnotherCode();
        String unknown = newPhone();
        for (String path : List.of("/api/sign-in/codes", "/api/sign-in")) {
            Answer one = post(path, path.endsWith("codes") ? Map.of("phone", known) : guess(known));
            Answer other = post(path, path.endsWith("codes") ? Map.of("phone", unknown) : guess(unknown));
            assertThat(one.status()).isEqualTo(other.status());
            assertThat(one.text("/code")).isEqualTo(other.text("/code"));
            assertThat(one.text("/detail")).isEqualTo(other.text("/detail"));
        }
    }

    private static Map<String, String> guess(String phone) {
        return Map.of("phone", phone, "code", "000000");
    }

    @Test
    void phonesAndCodesOfAnotherFormAreRefused() {
        for (String phone : List.of("12345678901", "1380013800", "138001380000", "+8613800138000", "", "13800١38000")) {
            Answer answer = post("/api/sign-in/codes", Map.of("phone", phone));
            assertThat(answer.status()).as(phone).isEqualTo(400);
            assertThat(answer.text("/errors/0/field")).isEqualTo("phone");
        }
        assertThat(post("/api/sign-in", Map.of("phone", newPhone(), "code", "12345x"))
                        .status())
                .isEqualTo(400);
        assertThat(post("/api/sign-in/codes", "{}").status()).isEqualTo(400);
        assertThat(post("/api/sign-in/codes", "{\"phone\":13800138000}").status())
                .isEqualTo(400);
    }

    @Test
    void aRefreshTokenServesOnceAndItsReuseEndsTheFamily() {
        Answer first = signIn(newPhone());
        Answer second = refresh(first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("/refreshToken")).isNotEqualTo(first.text("/refreshToken"));
        assertThat(caller(second)).isEqualTo(caller(first));

        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
        assertThat(revoked("session:" + caller(first).sessionId())).isTrue();
    }

    @Test
    void ofParallelRefreshesOneWinsAndTheFamilyIsDead() throws Exception {
        Answer first = signIn(newPhone());
        List<Answer> answers = atOnce(10, () -> refresh(first));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(9);
        Answer winner = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(refresh(winner).status()).isEqualTo(401);
    }

    @Test
    void anUnknownRefreshTokenIsRefused() {
        assertThat(post("/api/sign-in/refresh", Map.of("refreshToken", "x")).status())
                .isEqualTo(401);
    }

    @Test
    void signingOutRevokesTheSessionAndIsRepeatable() {
        Answer in = signIn(newPhone());
        for (int i = 0; i < 2; i++) {
            assertThat(as(caller(in), "DELETE", "/api/sign-in", null).status()).isEqualTo(204);
        }
        assertThat(revoked("session:" + caller(in).sessionId())).isTrue();
        assertThat(refresh(in).status()).isEqualTo(401);
        assertThat(call("DELETE", "/api/sign-in", null, Map.of()).status()).isEqualTo(401);
    }

    private Answer refresh(Answer signIn) {
        return post("/api/sign-in/refresh", Map.of("refreshToken", signIn.text("/refreshToken")));
    }

    private boolean revoked(String member) {
        return redis.opsForZSet().score("slipway:revocations", member) != null;
    }

    @Test
    void anOperatorSignsInByPassword() {
        Answer in = operator("operator", OPERATOR_PASSWORD);
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text("/user/roles/0")).isEqualTo("ADMIN");
        assertThat(refresh(in).text("/user/roles/0")).isEqualTo("ADMIN");
        Answer wrong = operator("operator", "a wrong password");
        Answer nobody = operator("nobody", "a wrong password");
        assertThat(List.of(wrong.status(), nobody.status())).containsOnly(401);
        assertThat(wrong.text("/detail")).isEqualTo(nobody.text("/detail"));
        assertThat(operator("operator", OPERATOR_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void fiveFailuresLockANameOutWhetherItExistsOrNot() {
        for (String name : List.of("operator", "nobody-either")) {
            List<Integer> statuses = IntStream.range(0, 6)
                    .mapToObj(i -> operator(name, "a wrong password").status())
                    .toList();
            assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429);
        }
        Answer right = operator("operator", OPERATOR_PASSWORD);
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.raw().headers().firstValueAsLong("Retry-After").getAsLong())
                .isBetween(800L, 900L);
        jdbc.sql("UPDATE operator_attempt SET locked_until = '2020-01-01'").update();
        assertThat(operator("operator", OPERATOR_PASSWORD).status()).isEqualTo(200);
    }

    private Answer operator(String username, String password) {
        return post("/api/sign-in/operators", Map.of("username", username, "password", password));
    }

    @Test
    void weChatSignsInOnceItIsBoundToAPhone() {
        Answer unbound = weChat("fake-open1");
        assertThat(unbound.status()).isEqualTo(202);
        String phone = newPhone();
        Answer bound = post(
                "/api/sign-in",
                Map.of(
                        "phone", phone,
                        "code", requestCode(phone),
                        "bindingToken", unbound.text("/bindingToken")));
        assertThat(bound.status()).isEqualTo(200);
        Answer again = weChat("fake-open1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/user/id")).isEqualTo(bound.text("/user/id"));
    }

    @Test
    void aWeChatAccountIsBoundToOneUser() {
        String first = weChat("fake-open2").text("/bindingToken");
        String second = weChat("fake-open2").text("/bindingToken");
        String one = newPhone();
        String other = newPhone();
        assertThat(post("/api/sign-in", Map.of("phone", one, "code", requestCode(one), "bindingToken", first))
                        .status())
                .isEqualTo(200);
        Answer taken = post("/api/sign-in", Map.of("phone", other, "code", requestCode(other), "bindingToken", second));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/code")).isEqualTo("bound-otherwise");
    }

    @Test
    void aPhoneIsBoundToOneWeChatAccountAndALockHoldsForItToo() {
        String phone = newPhone();
        String first = weChat("fake-open4").text("/bindingToken");
        Answer bound = post("/api/sign-in", Map.of("phone", phone, "code", requestCode(phone), "bindingToken", first));
        allowAnotherCode();
        String second = weChat("fake-open5").text("/bindingToken");
        Answer taken = post("/api/sign-in", Map.of("phone", phone, "code", requestCode(phone), "bindingToken", second));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/code")).isEqualTo("bound-otherwise");
        assertThat(weChat("fake-open5").status()).isEqualTo(202);

        as(admin(), "PUT", "/admin/users/" + bound.text("/user/id") + "/lock", null);
        Answer locked = weChat("fake-open4");
        assertThat(locked.status()).isEqualTo(403);
        assertThat(locked.text("/code")).isEqualTo("locked");
    }

    @Test
    void aStateAndABindingTokenServeOnce() {
        String state = call("GET", "/api/sign-in/wechat", null, Map.of()).text("/state");
        String callback = "/api/sign-in/wechat/callback?code=fake-open3&state=" + state;
        String binding = call("GET", callback, null, Map.of()).text("/bindingToken");
        assertThat(call("GET", callback, null, Map.of()).status()).isEqualTo(401);
        String phone = newPhone();
        assertThat(post("/api/sign-in", Map.of("phone", phone, "code", requestCode(phone), "bindingToken", binding))
                        .status())
                .isEqualTo(200);
        Answer used = post("/api/sign-in", Map.of("phone", phone, "code", "000000", "bindingToken", binding));
        assertThat(used.text("/code")).isEqualTo("binding-lost");
    }

    private Answer weChat(String code) {
        String state = call("GET", "/api/sign-in/wechat", null, Map.of()).text("/state");
        return call("GET", "/api/sign-in/wechat/callback?code=" + code + "&state=" + state, null, Map.of());
    }
}
