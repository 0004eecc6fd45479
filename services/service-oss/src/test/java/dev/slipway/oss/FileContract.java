package dev.slipway.oss;

import static dev.slipway.oss.Instance.ALICE;
import static dev.slipway.oss.Instance.BOB;
import static dev.slipway.oss.Instance.OPERATOR;
import static dev.slipway.oss.Instance.identity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.oss.Instance.Answer;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whichever store is used; two instances share it. */
abstract class FileContract {
    private static final int MOST = 10 * 1024 * 1024;

    abstract Instance one();

    abstract Instance two();

    @Test
    void whatIsUploadedAtOneIsReadRemovedAndGoneAtTheOther() {
        byte[] content = Contents.png(300_000, 1);

        Answer created = one().upload(ALICE, "检查 报告.png", content).require(201);

        assertThat(created.text("/name")).isEqualTo("检查 报告.png");
        assertThat(created.text("/size")).isEqualTo("300000");
        assertThat(created.text("/contentType")).isEqualTo("image/png");
        String id = created.text("/id");
        assertThat(created.header("Location")).isEqualTo("/api/files/" + id);
        Answer read = two().get("/api/files/" + id, identity(ALICE)).require(200);
        assertThat(read.body()).isEqualTo(content);
        assertThat(read.header("Content-Type")).isEqualTo("image/png");
        assertThat(read.header("Content-Length")).isEqualTo("300000");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(read.header("Cache-Control")).contains("no-store");
        assertThat(read.header("Content-Disposition")).startsWith("attachment;").contains("UTF-8''");

        two().remove(id, identity(ALICE)).require(204);

        one().get("/api/files/" + id, identity(ALICE)).require(404);
        one().get(created.text("/url"), Map.of()).require(404);
        one().remove(id, identity(ALICE)).require(404);
    }

    @Test
    void ownerOperatorAndLinkReadAFileAndNobodyElse() {
        Answer created = one().upload(ALICE, "a.pdf", Contents.pdf()).require(201);
        String path = "/api/files/" + created.text("/id");

        two().get(path, identity(ALICE)).require(200);
        two().get(path, identity(OPERATOR)).require(200);
        two().get(created.text("/url"), Map.of()).require(200);
        two().get(created.text("/url"), identity(BOB)).require(200);
        assertThat(two().get(path, identity(BOB))
                        .require(404)
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("not-found");
        two().get(path, Map.of()).require(404);
        two().remove(created.text("/id"), identity(BOB)).require(404);
        two().remove(created.text("/id"), Map.of()).require(401);
        two().remove(created.text("/id"), identity(OPERATOR)).require(204);
    }

    @Test
    void aLinkIsGoodForItsFileAndTimeAlone() {
        Answer first = one().upload(ALICE, "a.pdf", Contents.pdf()).require(201);
        Answer second = one().upload(ALICE, "b.pdf", Contents.pdf()).require(201);
        String link = first.text("/url");
        String query = link.substring(link.indexOf('?'));
        long expires = Long.parseLong(query.replaceAll("\\D*(\\d+).*", "$1"));

        one().get("/api/files/" + second.text("/id") + query, Map.of()).require(404);
        one().get(link.replace("expires=" + expires, "expires=" + (expires + 1)), Map.of())
                .require(404);
        one().get(link.substring(0, link.length() - 1), Map.of()).require(404);
        one().get(link.replace("expires=" + expires, "expires=soon"), Map.of()).require(404);
    }

    @Test
    void uploadsNeedACaller() {
        HttpRequest.Builder request = HttpRequest.newBuilder(one().uri("/api/files"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Instance.form("a.pdf", Contents.pdf())));
        Instance.send(request, Map.of()).require(401);
    }

    @Test
    void theContentSaysWhatItIs() {
        Answer pdf = one().upload(ALICE, "picture.png", Contents.pdf()).require(201);
        assertThat(pdf.text("/contentType")).isEqualTo("application/pdf");
        assertThat(pdf.text("/name")).isEqualTo("picture.png.pdf");

        for (byte[] content : List.of(
                Contents.text("<html><script>alert(1)</script></html>"),
                Contents.text("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
                Contents.text("MZ\u0090\u0000"),
                Contents.text("just words"),
                Contents.zip())) {
            Answer refused = one().upload(ALICE, "picture.png", content).require(422);
            assertThat(refused.text("/code")).isEqualTo("file-type-not-accepted");
            assertThat(refused.text("/errors/0/field")).isEqualTo("file");
        }
    }

    @Test
    void tenMegabytesAreTakenAndNotOneByteMore() {
        byte[] most = Contents.png(MOST, 2);
        String id = one().upload(ALICE, "large.png", most).require(201).text("/id");
        assertThat(two().get("/api/files/" + id, identity(ALICE)).require(200).body())
                .isEqualTo(most);
        one().remove(id, identity(ALICE)).require(204);

        Answer refused = one().upload(ALICE, "larger.png", Contents.png(MOST + 1, 3));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("/code")).isEqualTo("too-large");
    }

    @Test
    void emptyAndMissingFilesAreRefusedByName() {
        assertThat(one().upload(ALICE, "a.png", new byte[0]).require(400).text("/errors/0/field"))
                .isEqualTo("file");
        HttpRequest.Builder other = HttpRequest.newBuilder(one().uri("/api/files"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--limit\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--limit--\r\n"));
        assertThat(Instance.send(other, identity(ALICE)).require(400).text("/errors/0/field"))
                .isEqualTo("file");
        HttpRequest.Builder broken = HttpRequest.newBuilder(one().uri("/api/files"))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString("--limit\r\nContent-Disposition: form-data"));
        assertThat(Instance.send(broken, identity(ALICE)).require(400).text("/code"))
                .isEqualTo("malformed-upload");
        HttpRequest.Builder json = HttpRequest.newBuilder(one().uri("/api/files"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        Instance.send(json, identity(ALICE)).require(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "x",
                "00000000000000000000000000000000",
                "%00",
                "a%2Fb",
                "A%5Cb"
            })
    void whatNamesNoFileIsNotFoundOrRefused(String id) {
        assertThat(one().get("/api/files/" + id, identity(OPERATOR)).status()).isBetween(400, 404);
        assertThat(one().remove(id, identity(OPERATOR)).status()).isBetween(400, 405);
    }

    /** How many uploads with one key may meet at the store of these tests. */
    int atOnce() {
        return 8;
    }

    @Test
    void ofDifferentFilesWithOneKeyAtOnceOneIsKept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce());
        try {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? one() : two())
                            .upload(ALICE, "a.png", Contents.png(200_000, 100 + i), "Idempotency-Key", "k-2")))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 422);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNameWithAPathIsShownWithoutIt() {
        Answer created =
                one().upload(ALICE, "../../etc/cron.d/evil", Contents.pdf()).require(201);
        assertThat(created.text("/name")).isEqualTo("evil.pdf");
    }

    @Test
    void theSameKeyAndFileIsOneFile() throws Exception {
        byte[] content = Contents.png(50_000, 4);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() ->
                            (i % 2 == 0 ? one() : two()).upload(ALICE, "a.png", content, "Idempotency-Key", "k-1")))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().require(201).text("/id"))
                        .isEqualTo(answers.get(0).get().text("/id"));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(one().upload(ALICE, "a.png", Contents.png(50_000, 5), "Idempotency-Key", "k-1")
                        .require(422)
                        .text("/code"))
                .isEqualTo("idempotency-key-reused");
        one().upload(BOB, "a.png", Contents.png(50_000, 5), "Idempotency-Key", "k-1")
                .require(201);
        assertThat(one().upload(ALICE, "a.png", content, "Idempotency-Key", "x".repeat(129))
                        .require(400)
                        .text("/errors/0/field"))
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void anyInputGetsADocumentedAnswer() throws Exception {
        OpenApiFuzzer.Report report = new OpenApiFuzzer(one().uri(""))
                .header(IdentityTokens.HEADER, () -> identity(ALICE).get(IdentityTokens.HEADER))
                .example("POST /api/files", () -> Example.call().part("file", Contents.pdf()))
                .example("GET /api/files/{id}", this::exampleFile)
                .example("DELETE /api/files/{id}", this::exampleFile)
                .run(60);

        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).containsOnlyKeys("POST /api/files", "GET /api/files/{id}", "DELETE /api/files/{id}");
        assertThat(new String(one().get("/v3/api-docs", Map.of()).body(), StandardCharsets.UTF_8))
                .contains("multipart/form-data")
                .doesNotContain("authentication");
    }

    private Example exampleFile() {
        return Example.call()
                .with("id", one().upload(ALICE, "a.pdf", Contents.pdf()).text("/id"));
    }

    @Test
    void readinessKnowsTheStore() {
        one().get("/actuator/health/readiness", Map.of()).require(200);
    }
}
