package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInIT extends ServiceTest {
    @Test
    void everyPageNeedsASignIn() throws Exception {
        House house = houses.open();
        Browser browser = new Browser(port);
        String base = "/hospitals/" + house.code();
        for (String path : List.of(
                "/",
                "/hospitals",
                base,
                base + "/profile",
                base + "/departments",
                base + "/schedules",
                base + "/orders",
                base + "/settings",
                base + "/failure")) {
            Browser.Shown refused = browser.get(path);
            assertThat(refused.status()).as(path).isEqualTo(302);
            assertThat(refused.location()).as(path).isEqualTo("/sign-in");
        }
    }

    @Test
    void theFirstClerkSignsInAndOut() throws Exception {
        Browser browser = new Browser(port);
        Browser.Shown in = browser.signIn("clerk", CLERK_PASSWORD);
        assertThat(in.location()).isEqualTo("/");
        assertThat(in.raw().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("hospital-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));
        assertThat(browser.get("/").status()).isEqualTo(200);
        assertThat(browser.post("/sign-out", Map.of()).location()).isEqualTo("/sign-in");
        assertThat(browser.get("/").status()).isEqualTo(302);
    }

    @Test
    void fiveWrongPasswordsLockTheNameAlsoForTheRightOne() throws Exception {
        jdbc.sql("""
                        INSERT INTO clerk (username, password_hash, created_at, updated_at)
                        SELECT 'second', password_hash, created_at, updated_at FROM clerk WHERE username = 'clerk'""").update();
        Browser browser = new Browser(port);
        assertThat(browser.signIn("second", CLERK_PASSWORD).location()).isEqualTo("/");
        Browser other = new Browser(port);
        for (int i = 0; i < 5; i++) {
            assertThat(other.signIn("second", "wrong-" + i).location()).isEqualTo("/sign-in?refused=wrong");
        }
        assertThat(other.signIn("second", CLERK_PASSWORD).location()).isEqualTo("/sign-in?refused=locked");
        assertThat(other.get("/sign-in?refused=locked").text()).contains("15 分钟");
        assertThat(other.get("/").status()).isEqualTo(302);
        for (int i = 0; i < 5; i++) {
            assertThat(other.signIn("nobody", "wrong").location()).isEqualTo("/sign-in?refused=wrong");
        }
        assertThat(other.signIn("nobody", "wrong").location()).isEqualTo("/sign-in?refused=locked");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws Exception {
        House house = houses.open();
        Browser browser = new Browser(port);
        browser.signIn("clerk", CLERK_PASSWORD);
        String path = "/hospitals/" + house.code() + "/departments";
        Map<String, String> department = Map.of("code", "77", "name", "外科", "intro", "", "parentCode", "");
        Browser.Shown refused = browser.postAsItIs(path, department);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("无法完成");
        assertThat(browser.get(path).text()).doesNotContain("外科");
        assertThat(browser.submit(path, department).text()).contains("外科");
    }

    @Test
    void theAnswersCarryTheHeadersOfACarefulSite() throws Exception {
        Browser.Shown page = new Browser(port).get("/sign-in");
        var headers = page.raw().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(new Browser(port).get("/favicon.ico").status()).isEqualTo(200);
        assertThat(new Browser(port).get("/assets/style.css").raw().headers().firstValue("Content-Type"))
                .hasValue("text/css");
    }
}
