package dev.slipway.order.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.PaymentProvider.Notification;
import dev.slipway.order.payment.PaymentProvider.Prepared;
import dev.slipway.order.payment.PaymentProvider.RefundOrder;
import dev.slipway.order.payment.PaymentProvider.RefundState;
import dev.slipway.order.payment.PaymentProvider.TradeOrder;
import dev.slipway.order.payment.PaymentProvider.TradeState;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against a stand-in that checks each signature and signs its answers, by its published interface. */
class WeChatPayIT {
    private static final Pattern AUTHORIZATION = Pattern.compile("WECHATPAY2-SHA256-RSA2048"
            + " mchid=\"1900000001\",nonce_str=\"(.+?)\",signature=\"(.+?)\",timestamp=\"(.+?)\",serial_no=\"AB12\"");
    private static final TradeOrder ORDER =
            new TradeOrder("20261125ABCDEFGHJKMN01", Money.of("100.00"), "挂号费", Instant.parse("2026-11-25T02:15:00Z"));
    private static final String KEY = "0".repeat(32);
    private static final char[] PASSWORD = "stand-in".toCharArray();

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    private KeyPair merchant;
    private PrivateKey platformKey;
    private HttpServer server;
    private WeChatPay weChat;

    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile boolean signs = true;
    private volatile String seen = "";

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        merchant = generator.generateKeyPair();
        KeyStore store = platform();
        platformKey = (PrivateKey) store.getKey("platform", PASSWORD);
        var certificate = (X509Certificate) store.getCertificate("platform");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        var settings = new WeChatPaySettings(
                "1900000001",
                "wx1",
                "AB12",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                URI.create("https://slipway.example/notifications"));
        var platform = new PlatformSignature(Map.of("77", certificate), Clock.systemUTC());
        var calls = new WeChatCalls(
                Outer.calls(),
                settings.apiUrl(),
                new MerchantSignature("1900000001", "AB12", merchant.getPrivate()),
                platform,
                json,
                new SecureRandom(),
                Clock.systemUTC());
        weChat = new WeChatPay(calls, platform, settings, KEY, ZoneId.of("Asia/Shanghai"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The runtime can make certificates by its tool alone. */
    private KeyStore platform() throws Exception {
        Path file = folder.resolve("platform.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "platform",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=platform",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(tool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD);
        }
        return store;
    }

    @Test
    void aCodeIsAskedForByTheInterface() throws IOException {
        answer = "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=abc\"}";
        assertThat(weChat.prepare(ORDER)).isEqualTo(new Prepared.Code("weixin://wxpay/bizpayurl?pr=abc"));
        JsonNode sent = json.readTree(seen.substring(seen.indexOf(' ', 5) + 1));
        assertThat(seen).startsWith("POST /v3/pay/transactions/native ");
        assertThat(sent.at("/amount/total").asInt()).isEqualTo(10_000);
        assertThat(sent.at("/amount/currency").asText()).isEqualTo("CNY");
        assertThat(sent.at("/time_expire").asText()).isEqualTo("2026-11-25T10:15:00+08:00");
        assertThat(sent.at("/out_trade_no").asText()).isEqualTo("20261125ABCDEFGHJKMN01");
        assertThat(sent.at("/mchid").asText()).isEqualTo("1900000001");
    }

    @Test
    void aRefusalToPrepareSaysWhatIsTheCase() {
        status = 400;
        answer = "{\"code\":\"ORDERPAID\"}";
        assertThat(weChat.prepare(ORDER)).isEqualTo(new Prepared.AlreadyPaid());
        answer = "{\"code\":\"ORDER_CLOSED\"}";
        assertThat(weChat.prepare(ORDER)).isEqualTo(new Prepared.Closed());
        answer = "{\"code\":\"FREQUENCY_LIMITED\"}";
        assertThat(weChat.prepare(ORDER)).isInstanceOf(Prepared.Unavailable.class);
        status = 502;
        answer = "<html>";
        assertThat(weChat.prepare(ORDER)).isInstanceOf(Prepared.Unavailable.class);
    }

    @Test
    void theStateOfATradeIsRead() {
        answer = trade("SUCCESS");
        assertThat(weChat.query("20261125ABCDEFGHJKMN01")).isInstanceOfSatisfying(TradeState.Paid.class, paid -> {
            assertThat(paid.receipt().amount()).isEqualTo(Money.of("100.00"));
            assertThat(paid.receipt().tradeNo()).isEqualTo("4200");
        });
        assertThat(seen).startsWith("GET /v3/pay/transactions/out-trade-no/20261125ABCDEFGHJKMN01?mchid=1900000001");
        answer = trade("NOTPAY");
        assertThat(weChat.query("t")).isEqualTo(new TradeState.Unpaid());
        answer = trade("CLOSED");
        assertThat(weChat.query("t")).isEqualTo(new TradeState.Gone());
        answer = trade("SUCCESS").replace("CNY", "USD");
        assertThat(weChat.query("t")).isInstanceOf(TradeState.Unknown.class);
        status = 404;
        answer = "{\"code\":\"ORDER_NOT_EXIST\"}";
        assertThat(weChat.query("t")).isEqualTo(new TradeState.Gone());
    }

    @Test
    void anAnswerWithoutASignatureCountsForNothing() {
        answer = trade("SUCCESS");
        signs = false;
        assertThat(weChat.query("t")).isInstanceOf(TradeState.Unknown.class);
    }

    @Test
    void aTradeIsClosed() {
        status = 204;
        answer = "";
        assertThat(weChat.close("t")).isTrue();
        status = 400;
        answer = "{\"code\":\"ORDERPAID\"}";
        assertThat(weChat.close("t")).isFalse();
    }

    @Test
    void aRefundIsAskedForAndAskedAbout() throws IOException {
        answer = "{\"out_refund_no\":\"tR\",\"status\":\"PROCESSING\"}";
        RefundOrder order = new RefundOrder("tR", "t", Money.of("1.20"), Money.of("1.20"), "取消预约");
        assertThat(weChat.refund(order)).isEqualTo(RefundState.PROCESSING);
        JsonNode sent = json.readTree(seen.substring(seen.indexOf(' ', 5) + 1));
        assertThat(sent.at("/amount/refund").asInt()).isEqualTo(120);
        assertThat(sent.at("/out_refund_no").asText()).isEqualTo("tR");
        answer = "{\"out_refund_no\":\"tR\",\"status\":\"SUCCESS\"}";
        assertThat(weChat.refundState("tR")).isEqualTo(RefundState.DONE);
        answer = "{\"out_refund_no\":\"tR\",\"status\":\"ABNORMAL\"}";
        assertThat(weChat.refundState("tR")).isEqualTo(RefundState.REFUSED);
        status = 404;
        assertThat(weChat.refundState("tR")).isEqualTo(RefundState.ABSENT);
        status = 500;
        assertThat(weChat.refund(order)).isEqualTo(RefundState.UNKNOWN);
    }

    @Test
    void aNotificationTellsThatARefundHasArrivedAndNothingElse() throws Exception {
        assertThat(read("REFUND.SUCCESS", "SUCCESS")).isEqualTo(new Notification.Refunded("tR"));
        assertThat(read("REFUND.ABNORMAL", "ABNORMAL")).isEqualTo(new Notification.Other());
        assertThat(read("REFUND.CLOSED", "CLOSED")).isEqualTo(new Notification.Other());
    }

    private Notification read(String event, String status) throws Exception {
        String refund = "{\"out_trade_no\":\"t\",\"out_refund_no\":\"tR\",\"refund_status\":\"" + status
                + "\",\"amount\":{\"total\":120,\"refund\":120},\"more\":1}";
        String nonce = "0123456789ab";
        String body = json.writeValueAsString(Map.of(
                "id",
                "EV-1",
                "event_type",
                event,
                "resource_type",
                "encrypt-resource",
                "resource",
                Map.of(
                        "algorithm",
                        "AEAD_AES_256_GCM",
                        "ciphertext",
                        encrypted(refund, nonce),
                        "nonce",
                        nonce,
                        "associated_data",
                        "refund")));
        String time = Long.toString(Instant.now(Clock.systemUTC()).getEpochSecond());
        Map<String, String> headers = Map.of(
                "Wechatpay-Serial",
                "77",
                "Wechatpay-Timestamp",
                time,
                "Wechatpay-Nonce",
                "N",
                "Wechatpay-Signature",
                sign(time + "\nN\n" + body + "\n"));
        return weChat.read(headers::get, body);
    }

    private static String encrypted(String text, String nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
        cipher.updateAAD("refund".getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String trade(String state) {
        return "{\"out_trade_no\":\"t\",\"transaction_id\":\"4200\",\"trade_state\":\"" + state
                + "\",\"amount\":{\"total\":10000,\"currency\":\"CNY\"},\"more\":1}";
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen = call.getRequestMethod() + " " + call.getRequestURI() + " " + body;
            boolean genuine = genuine(call, body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            if (signs) {
                String time = Long.toString(Instant.now(Clock.systemUTC()).getEpochSecond());
                call.getResponseHeaders().set("Wechatpay-Serial", "77");
                call.getResponseHeaders().set("Wechatpay-Timestamp", time);
                call.getResponseHeaders().set("Wechatpay-Nonce", "N");
                call.getResponseHeaders().set("Wechatpay-Signature", sign(time + "\nN\n" + answer + "\n"));
            }
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(genuine ? status : 401, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private boolean genuine(HttpExchange call, String body) throws GeneralSecurityException {
        Matcher parts = AUTHORIZATION.matcher(call.getRequestHeaders().getFirst("Authorization"));
        if (!parts.matches()) {
            return false;
        }
        String text = String.join(
                        "\n",
                        call.getRequestMethod(),
                        call.getRequestURI().toString(),
                        parts.group(3),
                        parts.group(1),
                        body)
                + "\n";
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(merchant.getPublic());
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(parts.group(2)));
    }

    private String sign(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(platformKey);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
