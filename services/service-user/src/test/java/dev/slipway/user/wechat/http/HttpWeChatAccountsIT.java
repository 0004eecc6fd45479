package dev.slipway.user.wechat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.user.wechat.WeChatSettings;
import dev.slipway.user.wechat.WeChatUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

/** The client of WeChat against answers as WeChat documents them: always 200, and JSON that is called text. */
@ExtendWith(OutputCaptureExtension.class)
class HttpWeChatAccountsIT {
    private static final String SECRET = "an-application-secret-of-these-tests";

    private HttpServer weChat;
    private volatile String answer = "";
    private volatile int status = 200;
    private volatile String asked = "";

    @BeforeEach
    void starts() throws IOException {
        weChat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weChat.createContext("/sns/oauth2/access_token", exchange -> {
            asked = exchange.getRequestURI().getQuery();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        weChat.start();
    }

    @AfterEach
    void stops() {
        weChat.stop(0);
    }

    @Test
    void aCodeIsExchangedForItsOpenId() {
        answer = "{\"access_token\":\"t\",\"expires_in\":7200,\"openid\":\"o-1\",\"scope\":\"snsapi_login\"}";

        assertThat(accounts("an-application").openId("a code&x=1")).hasValue("o-1");
        assertThat(asked)
                .isEqualTo("appid=an-application&secret=" + SECRET + "&code=a code&x=1&grant_type=authorization_code");
    }

    @ParameterizedTest
    @ValueSource(ints = {40029, 40163})
    void aCodeThatIsWrongOrUsedIsNobodys(int error) {
        answer = "{\"errcode\":" + error + ",\"errmsg\":\"invalid code\"}";

        assertThat(accounts("an-application").openId("code")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"errcode":40125,"errmsg":"invalid appsecret"} | 40125
            200 | {"errcode":-1,"errmsg":"system error"}         | -1
            200 | {"errcode":45011,"errmsg":"api minute-quota"}  | 45011
            200 | {}                                             | without an open id
            200 | <html>                                         | JsonParseException
            502 | {"openid":"o-1"}                               | BadGateway
            """)
    void whatIsNotTheCodesFaultIsWeChatsAndIsToldInTheLog(int code, String text, String told, CapturedOutput log) {
        status = code;
        answer = text;

        assertThatThrownBy(() -> accounts("an-application").openId("code"))
                .isInstanceOf(WeChatUnavailable.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining(SECRET);
        assertThat(log.toString()).contains(told).doesNotContain(SECRET);
    }

    @Test
    void oneThatDoesNotAnswerIsUnavailable(CapturedOutput log) {
        var accounts = accounts("an-application");
        weChat.stop(0);

        assertThatThrownBy(() -> accounts.openId("code")).isInstanceOf(WeChatUnavailable.class);
        assertThat(log.toString()).doesNotContain(SECRET);
    }

    @Test
    void withoutAnApplicationItIsSwitchedOff() {
        assertThatThrownBy(() -> accounts("").openId("code")).isInstanceOf(WeChatUnavailable.class);
        assertThatThrownBy(() -> accounts("").qrParameters("state")).isInstanceOf(WeChatUnavailable.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void thePageWithTheQrCodeIsWeChats() {
        assertThat(accounts("an-application").qrParameters("a state").authorizeUrl())
                .isEqualTo("https://open.weixin.qq.com/connect/qrconnect?appid=an-application"
                        + "&redirect_uri=https%3A%2F%2Fwww.example.com%2Fapi%2Fsign-in%2Fwechat%2Fcallback"
                        + "&response_type=code&scope=snsapi_login&state=a%20state#wechat_redirect");
    }

    private HttpWeChatAccounts accounts(String application) {
        var settings = new WeChatSettings(
                application,
                URI.create("http://127.0.0.1:" + weChat.getAddress().getPort()),
                URI.create("https://open.weixin.qq.com/connect/qrconnect"),
                URI.create("https://www.example.com/api/sign-in/wechat/callback"),
                Duration.ofSeconds(3));
        var environment = new MockEnvironment().withProperty("wechat-secret", SECRET);
        return new HttpWeChatAccounts(settings, environment, new ObjectMapper());
    }
}
