package dev.slipway.security.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.security.signature.SignatureVerdict.Genuine;
import dev.slipway.security.signature.SignatureVerdict.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureCheckTests {
    private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
    private static final String KEY = "a-signing-key-of-these-tests";
    private static final URI TARGET =
            URI.create("http://platform/openapi/hosp/schedules?department=0201&date=2026-11-25");
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final Set<String> used = new HashSet<>();
    private final SignatureCheck check = new SignatureCheck(
            keyId -> keyId.equals("k1") ? Optional.of(new SigningKey("H1000", KEY)) : Optional.empty(),
            (keyId, nonce, kept) -> used.add(keyId + nonce),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void publishedVectorsHold(String name, JsonNode vector) {
        var signature = new RequestSignature(
                vector.get("keyId").asText(),
                vector.get("timestamp").asLong(),
                vector.get("nonce").asText());
        URI target = URI.create("http://any" + vector.get("target").asText());
        byte[] body = vector.get("body").asText().getBytes(StandardCharsets.UTF_8);
        String method = vector.get("method").asText();
        assertThat(signature.canonical(method, target.getRawPath(), target.getRawQuery(), body))
                .isEqualTo(vector.get("canonical").asText());
        assertThat(signature.headers(vector.get("key").asText(), method, target, body))
                .containsEntry("X-Signature", vector.get("signature").asText());
    }

    static Stream<Arguments> vectors() throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(Path.of("../../../docs/hospital-open-api/signature-vectors.json")
                        .toFile());
        return StreamSupport.stream(all.spliterator(), false)
                .map(vector -> Arguments.of(vector.get("name").asText(), vector));
    }

    @Test
    void aGenuineCallNamesItsHospitalOnce() {
        Map<String, String> headers = signed("k1", KEY, NOW);
        assertThat(verdict(headers, "GET", TARGET, BODY)).isEqualTo(new Genuine("H1000"));
        assertThat(code(verdict(headers, "GET", TARGET, BODY))).isEqualTo("nonce-used");
    }

    @ParameterizedTest
    @CsvSource({"-300000, true", "300000, true", "-300001, false", "300001, false"})
    void clocksMayDifferByFiveMinutes(long millis, boolean accepted) {
        Map<String, String> headers = signed("k1", KEY, NOW.plus(Duration.ofMillis(millis)));
        assertThat(verdict(headers, "GET", TARGET, BODY) instanceof Genuine).isEqualTo(accepted);
    }

    @Test
    void whatIsNotSignedAsSentIsRefusedAndUsesNoNonce() {
        Map<String, String> headers = signed("k1", KEY, NOW);
        assertThat(code(verdict(headers, "POST", TARGET, BODY))).isEqualTo("signature-wrong");
        assertThat(code(verdict(headers, "GET", URI.create(TARGET + "1"), BODY)))
                .isEqualTo("signature-wrong");
        assertThat(code(verdict(headers, "GET", TARGET, new byte[0]))).isEqualTo("signature-wrong");
        assertThat(code(verdict(signed("k1", "another-key", NOW), "GET", TARGET, BODY)))
                .isEqualTo("signature-wrong");
        assertThat(code(verdict(signed("k2", KEY, NOW), "GET", TARGET, BODY))).isEqualTo("key-unknown");
        assertThat(used).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Key-Id, k 1",
        "X-Timestamp, 17640360000001",
        "X-Timestamp, -176403600000",
        "X-Nonce, short",
        "X-Nonce, 0123456789abcdef\u4e2d",
        "X-Signature, ABC",
    })
    void malformedHeadersAreRefused(String header, String value) {
        Map<String, String> headers = signed("k1", KEY, NOW);
        headers.put(header, value);
        assertThat(code(verdict(headers, "GET", TARGET, BODY))).isEqualTo("signature-malformed");
    }

    @ParameterizedTest
    @CsvSource({"X-Key-Id", "X-Timestamp", "X-Nonce", "X-Signature"})
    void missingHeadersAreRefused(String header) {
        Map<String, String> headers = signed("k1", KEY, NOW);
        headers.remove(header);
        assertThat(code(verdict(headers, "GET", TARGET, BODY))).isEqualTo("signature-missing");
    }

    @Test
    void aBrokenQueryIsRefused() {
        assertThat(code(check.check(signed("k1", KEY, NOW)::get, "GET", "/openapi/x", "a=%zz", BODY)))
                .isEqualTo("signature-wrong");
    }

    private static Map<String, String> signed(String keyId, String key, Instant time) {
        var signature = new RequestSignature(keyId, time.toEpochMilli(), "0123456789abcdef");
        return new HashMap<>(signature.headers(key, "GET", TARGET, BODY));
    }

    private SignatureVerdict verdict(Map<String, String> headers, String method, URI target, byte[] body) {
        return check.check(headers::get, method, target.getRawPath(), target.getRawQuery(), body);
    }

    private static String code(SignatureVerdict verdict) {
        return verdict instanceof Refused refused ? refused.code() : verdict.toString();
    }
}
