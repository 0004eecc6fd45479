package dev.slipway.platform.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with a new phone, who walks through the stack. */
public final class Patient {
    private static final Duration REVOKED = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final String DISTRICT = "110101";
    private static final LocalDate BORN = LocalDate.of(1990, 3, 7);

    private final Api api;
    private final Clock clock;
    private final Eventually eventually;
    private final String phone;
    private final String card;

    private String code = "";
    private String token = "";
    private String userId = "";
    private String recordId = "";
    private final Map<String, Integer> notices = new HashMap<>();

    public Patient(Api api, Clock clock, RandomGenerator random) {
        this.api = api;
        this.clock = clock;
        this.eventually = new Eventually(clock);
        this.phone = "139" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        this.card = IdentityCard.ofMan(DISTRICT, BORN, random);
    }

    /** False where messages go to real telephones: nobody there can read them, and a stranger must not get one. */
    boolean hasInbox() throws IOException, InterruptedException, StepFailed {
        Answer answer = api.get(inbox(), null);
        return answer.expect(answer.status() == 404 ? 404 : 200).status() == 200;
    }

    /** Signs in with a code that the inbox has. */
    public void enter() throws IOException, InterruptedException, StepFailed {
        askForCode();
        readCode();
        signIn();
    }

    void askForCode() throws IOException, InterruptedException, StepFailed {
        api.post("/api/sign-in/codes", Map.of("phone", phone), null).expect(202);
    }

    void readCode() throws IOException, InterruptedException, StepFailed {
        eventually.hold(() -> {
            JsonNode items = api.get(inbox(), null).expect(200).items();
            Matcher found = CODE.matcher(items.path(0).path("text").asText());
            code = found.find() ? found.group() : "";
            return code.isEmpty() ? "no message with a code of six digits has come" : null;
        });
    }

    /** One more message of this template comes, and no second one. */
    void expectNotice(String template) throws IOException, InterruptedException, StepFailed {
        int expected = notices.merge(template, 1, Integer::sum);
        eventually.hold(() -> {
            int found = Collections.frequency(
                    api.get(inbox(), null).expect(200).items().findValuesAsText("template"), template);
            return found == expected ? null : found + " messages '" + template + "' are there, expected " + expected;
        });
    }

    private String inbox() {
        return "/api/dev/inbox/" + phone;
    }

    void signIn() throws IOException, InterruptedException, StepFailed {
        Answer answer = api.post("/api/sign-in", Map.of("phone", phone, "code", code), null)
                .expect(200);
        token = answer.text("accessToken");
        userId = answer.text("/user/id");
        answer.text("refreshToken");
    }

    void useCodeAgain() throws IOException, InterruptedException, StepFailed {
        api.post("/api/sign-in", Map.of("phone", phone, "code", code), null).expectProblem(401);
    }

    void seeMe() throws IOException, InterruptedException, StepFailed {
        String id = api.get("/api/me", token).expect(200).text("id");
        if (!id.equals(userId)) {
            throw new StepFailed("GET /api/me answered with another user than the one who signed in");
        }
    }

    void seeMeWithoutToken() throws IOException, InterruptedException, StepFailed {
        api.get("/api/me", null).expectProblem(401);
    }

    public void addRecord() throws IOException, InterruptedException, StepFailed {
        var body = Map.ofEntries(
                Map.entry("name", "张三"),
                Map.entry("certificateType", "10"),
                Map.entry("certificateNumber", card),
                Map.entry("sex", "male"),
                Map.entry("birthDate", BORN.toString()),
                Map.entry("phone", phone),
                Map.entry("provinceCode", "110000"),
                Map.entry("cityCode", "110100"),
                Map.entry("districtCode", DISTRICT),
                Map.entry("address", "东长安街 1 号"),
                Map.entry("insured", true));
        recordId = api.post("/api/patients", body, token).expect(201).text("id");
    }

    void listRecords() throws IOException, InterruptedException, StepFailed {
        JsonNode items = api.get("/api/patients", token).expect(200).items();
        if (!items.findValuesAsText("id").equals(List.of(recordId))) {
            throw new StepFailed("GET /api/patients does not list exactly the patient that was added");
        }
        if (items.path(0).path("certificateNumber").asText().equals(card)) {
            throw new StepFailed("GET /api/patients shows the certificate number unmasked");
        }
    }

    void seeRecordOf(Patient other) throws IOException, InterruptedException, StepFailed {
        api.get("/api/patients/" + other.recordId, token).expectProblem(404);
    }

    public void verifyName() throws IOException, InterruptedException, StepFailed {
        var identity = Map.of("name", "张三", "certificateType", "10", "certificateNumber", card);
        api.put("/api/me/verification", identity, token).expect(202);
    }

    Answer get(String path) throws IOException, InterruptedException, StepFailed {
        return api.get(path, token).expect(200);
    }

    public String token() {
        return token;
    }

    String userId() {
        return userId;
    }

    public String recordId() {
        return recordId;
    }

    void signOut() throws IOException, InterruptedException, StepFailed {
        api.delete("/api/sign-in", token).expect(204);
    }

    /** Revocation has to be seen everywhere within a second of the sign-out, which was answered just now. */
    void findTokenDead() throws IOException, InterruptedException, StepFailed {
        Instant end = clock.instant().plus(REVOKED);
        Answer answer = api.get("/api/me", token);
        while (answer.status() == 200 && clock.instant().isBefore(end)) {
            Thread.sleep(PAUSE.toMillis());
            answer = api.get("/api/me", token);
        }
        answer.expectProblem(401);
    }
}
