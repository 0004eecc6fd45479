package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Answer;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Patient;
import dev.slipway.platform.smoke.StepFailed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Asks something of each service and each store, as if nothing had happened. */
final class NormalAnswers {
    private final Api api;
    private final Patient patient;
    private final String operator;
    private final List<String> schedules;
    private final RandomGenerator random;

    NormalAnswers(Api api, Patient patient, String operator, List<String> schedules, RandomGenerator random) {
        this.api = api;
        this.patient = patient;
        this.operator = operator;
        this.schedules = schedules;
        this.random = random;
    }

    /** The first answer that is not normal, in words; empty when there is none. */
    String missing() throws InterruptedException {
        try {
            ask();
            return "";
        } catch (IOException | StepFailed failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    private void ask() throws IOException, InterruptedException, StepFailed {
        api.get("/api/dictionaries/province", null).expect(200);
        api.get("/api/patients", patient.token()).expect(200);
        api.get("/api/hospitals?name=%E7%A4%BA%E8%8C%83", null).expect(200);
        api.get("/api/files/none", patient.token()).expect(404);
        api.get("/api/dev/inbox/13900000000", null).expect(200);
        api.get("/admin/tasks", operator).expect(200);
        api.get("/admin/statistics/appointments?from=2026-01-01&to=2026-01-02", operator)
                .expect(200);
        String schedule = schedules.get(random.nextInt(schedules.size()));
        Answer booked = api.post(
                        "/api/appointments",
                        Map.of("scheduleId", schedule, "patientId", patient.recordId()),
                        patient.token())
                .expect(201);
        String path = "/api/appointments/" + booked.text("number") + "/cancellation";
        api.post(path, Map.of(), patient.token()).expect(200);
    }
}
