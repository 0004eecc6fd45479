package dev.slipway.platform.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The documents in Nacos, through its admin API (version 3) as its administrator. */
public final class NacosStore implements ConfigStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENTRY = "/nacos/v3/admin/cs/config";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;
    private static final int FIRST_PAUSE_MILLIS = 200;
    private static final int PAGE = 100;
    private static final int NOT_FOUND = 20004;
    private static final int CONFLICT = 20005;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI address;
    private final String password;
    private final RandomGenerator random;
    private @Nullable String token;

    /**
     * @param address e.g. {@code http://127.0.0.1:8848}
     * @param password of the user {@code nacos}
     * @param random spreads the pauses between attempts
     */
    public NacosStore(URI address, String password, RandomGenerator random) {
        this.address = address;
        this.password = password;
        this.random = random;
    }

    @Override
    public List<String> names(String group) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonNode data = data(ask(
                    get(ENTRY + "/list?pageNo=" + page + "&pageSize=" + PAGE + "&search=accurate&groupName=" + group)));
            pages = data.path("pagesAvailable").asInt();
            data.path("pageItems").forEach(item -> names.add(item.path("dataId").asText()));
        }
        return names;
    }

    @Override
    public Optional<Stored> read(String group, String dataId) throws IOException, InterruptedException {
        JsonNode answer = ask(get(ENTRY + "?groupName=" + encode(group) + "&dataId=" + encode(dataId)));
        if (answer.path("code").asInt() == NOT_FOUND) {
            return Optional.empty();
        }
        JsonNode data = data(answer);
        return Optional.of(
                new Stored(data.path("content").asText(), data.path("md5").asText()));
    }

    /**
     * An attempt whose answer was lost may have been carried out; the next one then finds the text of our own, which is no
     * conflict.
     */
    @Override
    public void write(String group, String dataId, String type, String text, Optional<String> expected)
            throws Conflict, IOException, InterruptedException {
        var form = new LinkedHashMap<String, String>();
        form.put("groupName", group);
        form.put("dataId", dataId);
        form.put("type", type);
        form.put("content", text);
        // Nacos inserts when there is no entry, whatever is expected; an existing one must have this MD5.
        JsonNode answer = ask(post(ENTRY, form).header("casMd5", expected.orElse(Digest.md5(text))));
        if (answer.path("code").asInt() == CONFLICT) {
            if (read(group, dataId).filter(stored -> stored.text().equals(text)).isEmpty()) {
                throw new Conflict(dataId);
            }
            return;
        }
        data(answer);
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        IOException failure = new IOException("never asked");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt > 0) {
                int pause = FIRST_PAUSE_MILLIS << attempt;
                Thread.sleep(pause / 2 + random.nextInt(pause));
            }
            try {
                HttpResponse<String> answer = send(request.copy().header("accessToken", token()));
                if (answer.statusCode() == 403 || answer.statusCode() == 401) {
                    token = null;
                    failure = new IOException("Nacos refuses its administrator (" + answer.statusCode() + ")");
                } else if (answer.statusCode() < 500 || code(answer) == CONFLICT) {
                    return JSON.readTree(answer.body());
                } else {
                    failure = new IOException("Nacos answers " + answer.statusCode());
                }
            } catch (IOException e) {
                failure = e;
            }
        }
        throw new UserError(
                "Nacos at " + address + " cannot be used: " + failure,
                "look at 'slipway status' and 'slipway logs nacos'",
                ExitCode.FAILED,
                failure);
    }

    private static int code(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body()).path("code").asInt();
    }

    private static JsonNode data(JsonNode answer) {
        if (answer.path("code").asInt(-1) != 0) {
            throw new UserError(
                    "Nacos refuses: " + answer.path("message").asText() + ": "
                            + answer.path("data").asText(),
                    "",
                    ExitCode.FAILED);
        }
        return answer.path("data");
    }

    private String token() throws IOException, InterruptedException {
        String known = token;
        if (known == null) {
            HttpResponse<String> answer =
                    send(post("/nacos/v3/auth/user/login", Map.of("username", "nacos", "password", password)));
            if (answer.statusCode() != 200) {
                throw new IOException("Nacos refuses its administrator (" + answer.statusCode() + ")");
            }
            known = JSON.readTree(answer.body()).path("accessToken").asText();
            token = known;
        }
        return known;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER).GET();
    }

    private HttpRequest.Builder post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
