package dev.slipway.bench.booking;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A hospital's clerk, who enters sessions in the hospital's own pages and uploads them. */
final class Counter {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(ANSWER)
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final URI pages;
    private final String hospital;

    Counter(int port, String hospital, String password) throws IOException, InterruptedException {
        this.pages = URI.create("http://127.0.0.1:" + port);
        this.hospital = hospital;
        submit("/sign-in", "/sign-in", Map.of("username", "clerk", "password", password));
    }

    void add(String id, String department, LocalDate date, int total) throws IOException, InterruptedException {
        String page = "/hospitals/" + hospital + "/schedules/new";
        submit(
                page,
                page,
                Map.of(
                        "id",
                        id,
                        "departmentCode",
                        department,
                        "title",
                        "主任医师",
                        "doctor",
                        id,
                        "skill",
                        "",
                        "workDate",
                        date.toString(),
                        "session",
                        "am",
                        "fee",
                        "50.00",
                        "total",
                        Integer.toString(total),
                        "status",
                        "open"));
    }

    void upload() throws IOException, InterruptedException {
        submit("/hospitals/" + hospital, "/hospitals/" + hospital + "/upload", Map.of());
    }

    /** Makes the hospital admit at once and answer after so long. */
    void answerAfter(Duration delay) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(pages.resolve("/api/dev/hospitals/" + hospital + "/failure"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"mode\":\"late-answer\",\"delayMillis\":" + delay.toMillis() + "}")));
    }

    private void submit(String page, String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token =
                TOKEN.matcher(send(HttpRequest.newBuilder(pages.resolve(page))).body());
        if (!token.find()) {
            throw new IOException("no form at " + page);
        }
        String form = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(
                        "", "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8), ""));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(pages.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302) {
            throw new IOException("the form at " + page + " was refused: " + answer.statusCode());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }
}
