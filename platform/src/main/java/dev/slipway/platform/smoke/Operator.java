package dev.slipway.platform.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who approves patients and sees everything. */
public final class Operator {
    private final Api api;
    private final Eventually eventually;
    private final @Nullable String password;

    private String token = "";
    private int counted;

    public Operator(Api api, Clock clock, @Nullable String password) {
        this.api = api;
        this.eventually = new Eventually(clock);
        this.password = password;
    }

    public void signIn() throws IOException, InterruptedException, StepFailed {
        var body = Map.of("username", "operator", "password", String.valueOf(password));
        token = api.post("/api/sign-in/operators", body, null).expect(200).text("accessToken");
    }

    public void approve(Patient patient) throws IOException, InterruptedException, StepFailed {
        String path = "/admin/users/" + patient.userId() + "/verification";
        api.put(path, Map.of("decision", "approved", "reason", "smoke"), token).expect(200);
    }

    public String token() {
        return token;
    }

    /** The list has exactly these of the patient; each by itself shows its payments, and nothing that is left to do. */
    void see(Patient patient, List<Visit> visits) throws IOException, InterruptedException, StepFailed {
        JsonNode listed = api.get("/admin/appointments?userId=" + patient.userId(), token)
                .expect(200)
                .items();
        Visit.expectListed(listed, visits);
        for (Visit visit : visits) {
            eventually.hold(() -> unfinished(visit));
        }
    }

    private @Nullable String unfinished(Visit visit) throws IOException, InterruptedException, StepFailed {
        String path = "/admin/appointments/" + visit.number();
        JsonNode shown = api.get(path, token).expect(200).body();
        if (!shown.path("incidents").isEmpty() || !shown.path("untold").isEmpty()) {
            return "GET " + path + " shows " + shown.path("incidents").size() + " incidents and "
                    + shown.path("untold").size() + " notices that the hospital has not had";
        }
        List<String> payments = shown.path("payments").findValuesAsText("status");
        return payments.equals(visit.payments()) ? null : "GET " + path + " shows the payments " + payments;
    }

    /** Remembers what the statistics count on the day of the offer. */
    void count(Offer offer) throws IOException, InterruptedException, StepFailed {
        counted = counted(offer);
    }

    /** They have come to count so many more than they did. */
    void expectCounted(Offer offer, int more) throws IOException, InterruptedException, StepFailed {
        eventually.hold(() -> {
            int now = counted(offer);
            return now == counted + more
                    ? null
                    : "the statistics count " + now + " on " + offer.date() + ", expected " + (counted + more);
        });
    }

    private int counted(Offer offer) throws IOException, InterruptedException, StepFailed {
        String path = "/admin/statistics/appointments?hospitalCode=" + offer.hospital() + "&from=" + offer.date()
                + "&to=" + offer.date();
        return api.get(path, token).expect(200).body().path("counts").path(0).asInt();
    }
}
