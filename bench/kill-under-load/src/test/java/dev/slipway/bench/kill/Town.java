package dev.slipway.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.smoke.Answer;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Operator;
import dev.slipway.platform.smoke.Patient;
import dev.slipway.platform.smoke.StepFailed;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Patients who may book, and what they may book. */
final class Town {
    private static final String HOSPITAL = "/api/hospitals/H1001/departments";
    private static final int ENOUGH = 100;

    private final Api api;
    private final Operator operator;
    private final RandomGenerator random;
    private final List<String> schedules = new ArrayList<>();

    Town(Api api, String operatorPassword, RandomGenerator random) {
        this.api = api;
        this.operator = new Operator(api, Clock.systemUTC(), operatorPassword);
        this.random = random;
    }

    /** Reads which schedules of one hospital can be booked; true when enough can for many patients. */
    boolean explored() throws IOException, InterruptedException, StepFailed {
        schedules.clear();
        Answer departments = api.get(HOSPITAL, null);
        if (departments.status() == 200) {
            for (JsonNode department : departments.items()) {
                explore(department);
            }
        }
        return schedules.size() >= ENOUGH;
    }

    private void explore(JsonNode department) throws IOException, InterruptedException, StepFailed {
        String path = HOSPITAL + "/" + department.path("code").asText();
        for (JsonNode day :
                api.get(path + "/calendar?size=100", null).expect(200).items()) {
            if (day.path("status").asText().equals("open")) {
                String date = day.path("date").asText();
                api.get(path + "/schedules?date=" + date, null)
                        .expect(200)
                        .items()
                        .findValuesAsText("id")
                        .forEach(schedules::add);
            }
        }
        for (JsonNode child : department.path("children")) {
            explore(child);
        }
    }

    List<String> schedules() {
        return schedules;
    }

    /** Good for 15 minutes, as the tokens of patients are. */
    String operatorToken() throws IOException, InterruptedException, StepFailed {
        operator.signIn();
        return operator.token();
    }

    /** People whose names are verified, each with one patient. */
    List<Patient> newPatients(int count) throws IOException, InterruptedException, StepFailed {
        operator.signIn();
        var patients = new ArrayList<Patient>();
        while (patients.size() < count) {
            var patient = new Patient(api, Clock.systemUTC(), random);
            patient.enter();
            patient.addRecord();
            patient.verifyName();
            operator.approve(patient);
            patients.add(patient);
        }
        return patients;
    }
}
