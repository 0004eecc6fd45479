package dev.slipway.platform.smoke;

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
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone at the hospital's counter, with as much of a browser as the pages need. */
public final class Clerk {
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int FOUND = 302;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern NOTICE = Pattern.compile("class=\"notice[^>]*>([^<]+)<");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(ANSWER)
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final Eventually eventually;
    private final URI pages;
    private final String password;

    private String token = "";

    /** @param pages where hospital-manage answers */
    public Clerk(URI pages, String password, Clock clock) {
        this.pages = pages;
        this.password = password;
        this.eventually = new Eventually(clock);
    }

    public void signIn() throws IOException, InterruptedException, StepFailed {
        page("/sign-in");
        HttpResponse<String> answer = submit("/sign-in", Map.of("username", "clerk", "password", password));
        if (answer.headers().firstValue("Location").orElse("refused").contains("refused")) {
            throw new StepFailed("the hospital's pages do not let the clerk in");
        }
    }

    /** Gives the number out, as soon as the hospital has heard that it is paid. */
    void giveNumber(Visit visit) throws IOException, InterruptedException, StepFailed {
        String orders = "/hospitals/" + visit.offer().hospital() + "/orders";
        String button = orders + "/" + visit.number() + "/fetched";
        eventually.hold(() -> page(orders + "?number=" + visit.number()).contains(button)
                ? null
                : "the hospital's pages do not offer to give out the number of " + visit.number());
        submit(button, Map.of());
        if (page(orders + "?number=" + visit.number()).contains(button)) {
            throw new StepFailed("the hospital did not give out the number of " + visit.number());
        }
    }

    /**
     * Presses a button.
     *
     * @param page where it stands, and where the answer stands then
     * @return what the page says came of it; empty when it says nothing
     */
    public String press(String page, String button) throws IOException, InterruptedException, StepFailed {
        page(page);
        int status = submit(button, Map.of()).statusCode();
        if (status != FOUND) {
            throw new StepFailed("POST " + button + " of the hospital's pages answered " + status);
        }
        Matcher notice = NOTICE.matcher(page(page));
        return notice.find() ? notice.group(1) : "";
    }

    /** A page as it stands. */
    public String page(String path) throws IOException, InterruptedException, StepFailed {
        HttpResponse<String> shown = send(HttpRequest.newBuilder(pages.resolve(path)));
        if (shown.statusCode() != 200) {
            throw new StepFailed("GET " + path + " of the hospital's pages answered " + shown.statusCode());
        }
        Matcher found = TOKEN.matcher(shown.body());
        token = found.find() ? found.group(1) : token;
        return shown.body();
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8), ""));
        return send(HttpRequest.newBuilder(pages.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(ANSWER).build(), BodyHandlers.ofString());
    }
}
