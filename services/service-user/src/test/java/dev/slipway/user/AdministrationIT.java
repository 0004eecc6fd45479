package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;

class AdministrationIT extends ServiceTest {
    @Test
    void aVerificationIsSubmittedAndDecidedOnce() throws Exception {
        Caller user = newUser();
        Answer submitted = as(user, "PUT", "/api/me/verification", identity("张三"));
        assertThat(submitted.status()).isEqualTo(202);
        assertThat(submitted.text("/verification")).isEqualTo("pending");
        assertThat(submitted.text("/certificateNumber")).isEqualTo("110***********002X");
        assertThat(as(user, "PUT", "/api/me/verification", identity("张三")).status())
                .isEqualTo(202);
        assertThat(as(user, "PUT", "/api/me/verification", identity("李四")).text("/code"))
                .isEqualTo("verification-pending");

        String path = "/admin/users/" + user.id() + "/verification";
        Map<String, String> decision = Map.of("decision", "approved", "reason", "ok");
        List<Integer> statuses =
                atOnce(10, () -> as(admin(), "PUT", path, decision).status());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
        Answer me = as(user, "GET", "/api/me", null);
        assertThat(me.text("/verification")).isEqualTo("approved");
        assertThat(me.text("/name")).isEqualTo("张三");
        assertThat(as(user, "PUT", "/api/me/verification", identity("张三")).text("/code"))
                .isEqualTo("already-verified");
        assertThat(jdbc.sql("SELECT certificate_number FROM account WHERE id = ?")
                        .param(user.id())
                        .query(String.class)
                        .single())
                .doesNotContain("19491231");
    }

    @Test
    void aWrongIdentityCardIsRefused() {
        Map<String, String> wrong =
                Map.of("name", "张三", "certificateType", "10", "certificateNumber", "110105194912310021");
        Answer answer = as(newUser(), "PUT", "/api/me/verification", wrong);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo("certificateNumber");
    }

    private static Map<String, String> identity(String name) {
        return Map.of("name", name, "certificateType", "10", "certificateNumber", "11010519491231002X");
    }

    @Test
    void aLockEndsEverythingUntilItIsLifted() {
        String phone = newPhone();
        Answer in = signIn(phone);
        Caller user = caller(in);
        String path = "/admin/users/" + user.id() + "/lock";
        for (int i = 0; i < 2; i++) {
            assertThat(as(admin(), "PUT", path, null).status()).isEqualTo(204);
        }
        assertThat(redis.opsForZSet().score("slipway:revocations", "user:" + user.id()))
                .isCloseTo((double) System.currentTimeMillis(), Offset.offset(5_000.0));
        assertThat(redis.opsForZSet().score("slipway:revocations", "session:" + user.sessionId()))
                .isNotNull();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM pending_revocation")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(refresh(in).status()).isEqualTo(401);

        redis.delete(redis.keys("slipway:user:code-requests:*"));
        Answer locked = signIn(phone);
        assertThat(locked.status()).isEqualTo(403);
        assertThat(locked.text("/code")).isEqualTo("locked");
        Answer guess = post("/api/sign-in", Map.of("phone", phone, "code", "000000"));
        assertThat(guess.text("/code")).isEqualTo("wrong-code");

        assertThat(as(admin(), "DELETE", path, null).status()).isEqualTo(204);
        redis.delete(redis.keys("slipway:user:code-requests:*"));
        assertThat(signIn(phone).status()).isEqualTo(200);
        assertThat(refresh(in).status()).isEqualTo(401);
    }

    private Answer refresh(Answer signIn) {
        return post("/api/sign-in/refresh", Map.of("refreshToken", signIn.text("/refreshToken")));
    }

    @Test
    void aRevocationThatCouldNotBeDeliveredIsDeliveredLater() throws Exception {
        jdbc.sql("INSERT INTO pending_revocation (member, created_at, updated_at) VALUES ('session:x', ?, ?)")
                .params("2026-01-01", "2026-01-01")
                .update();
        for (int i = 0; i < 50 && redis.opsForZSet().score("slipway:revocations", "session:x") == null; i++) {
            Thread.sleep(100);
        }
        assertThat(redis.opsForZSet().score("slipway:revocations", "session:x")).isNotNull();
    }

    /** A flush of Redis loses codes, revocations and WeChat states: sessions and everything else live on. */
    @Test
    void sessionsSurviveAFlushOfRedis() {
        Answer in = signIn(newPhone());
        String phone = newPhone();
        String code = requestCode(phone);
        redis.execute((RedisCallback<Object>) connection -> {
            connection.serverCommands().flushDb();
            return "";
        });
        assertThat(post("/api/sign-in", Map.of("phone", phone, "code", code)).status())
                .isEqualTo(401);
        assertThat(refresh(in).status()).isEqualTo(200);
        assertThat(as(caller(in), "GET", "/api/me", null).status()).isEqualTo(200);
        assertThat(signIn(phone).status()).isEqualTo(200);
    }

    @Test
    void anOperatorSeesAUserWithPatientsAndSignIns() {
        String phone = newPhone();
        String code = requestCode(phone);
        post("/api/sign-in", Map.of("phone", phone, "code", code.equals("000000") ? "000001" : "000000"));
        Caller user = caller(call(
                "POST",
                "/api/sign-in",
                Map.of("phone", phone, "code", code),
                Map.of("X-Forwarded-For", "203.0.113.7")));
        as(user, "POST", "/api/patients", PatientIT.patient("张三"));
        Answer shown = as(admin(), "GET", "/admin/users/" + user.id(), null);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text("/phone")).isEqualTo(phone);
        assertThat(shown.text("/patients/0/certificateNumber")).isEqualTo("110***********002X");
        assertThat(shown.text("/signInRecords/0/outcome")).isEqualTo("signed-in");
        assertThat(shown.text("/signInRecords/0/address")).isEqualTo("203.0.113.7");
        assertThat(shown.text("/signInRecords/1/outcome")).isEqualTo("refused");
        assertThat(as(admin(), "GET", "/admin/users/nobody", null).status()).isEqualTo(404);
        assertThat(as(user, "GET", "/admin/users/" + user.id(), null).status()).isEqualTo(403);
    }

    @Test
    void theListIsFilteredAndPaged() {
        Caller user = newUser();
        as(user, "PUT", "/api/me/verification", identity("欧阳%_"));
        assertThat(found("keyword=" + encoded("阳%_") + "&verification=pending&status=active"))
                .contains(user.id());
        assertThat(found("keyword=" + encoded("阳_%"))).isEmpty();
        assertThat(found("verification=approved")).doesNotContain(user.id());
        assertThat(found("from=2020-01-01&to=9998-12-31")).contains(user.id());
        assertThat(found("to=2020-01-01")).isEmpty();
        Answer page = as(admin(), "GET", "/admin/users?size=1&page=0", null);
        assertThat(page.body().at("/items")).hasSize(1);
        assertThat(page.body().at("/size").asInt()).isEqualTo(1);
        assertThat(page.body().at("/total").asInt()).isPositive();
        for (String wrong : List.of("status=gone", "verification=x", "from=yesterday", "to=2026-02-30", "size=101")) {
            assertThat(as(admin(), "GET", "/admin/users?" + wrong, null).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private List<String> found(String query) {
        Answer answer = as(admin(), "GET", "/admin/users?size=100&" + query, null);
        assertThat(answer.status()).as(query).isEqualTo(200);
        return answer.body().at("/items").findValuesAsText("id");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
