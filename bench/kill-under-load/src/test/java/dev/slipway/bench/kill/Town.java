package dev.slipway.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.smoke.Answer;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Clerk;
import dev.slipway.platform.smoke.Doors;
import dev.slipway.platform.smoke.Operator;
import dev.slipway.platform.smoke.Patient;
import dev.slipway.platform.smoke.StepFailed;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** Patients who may book, what they may book, and the hospitals' counter. */
final class Town {
    /** Here sessions are called off and failures are ordered; the other hospital answers as it should. */
    static final String FAILING = "H1002";

    private static final String STEADY = "H1001";
    private static final int ENOUGH = 100;
    private static final long DAY_NANOS = Duration.ofSeconds(45).toNanos();
    private static final int PAGE = 100;

    private final Doors doors;
    private final Api api;
    private final Operator operator;
    private final RandomGenerator random;
    private final List<String> steady = new ArrayList<>();
    private final Map<String, List<String>> failing = new TreeMap<>();
    private final long began = System.nanoTime();

    Town(Doors doors, RandomGenerator random) {
        this.doors = doors;
        this.api = new Api(doors.gateway());
        this.operator = new Operator(api, Clock.systemUTC(), doors.operatorPassword());
        this.random = random;
    }

    Api api() {
        return api;
    }

    Counter counter(BlockingQueue<Errand> errands, Tally tally, Random choices) {
        URI pages = Objects.requireNonNull(doors.clerkPages());
        var clerk = new Clerk(pages, Objects.requireNonNull(doors.clerkPassword()), Clock.systemUTC());
        return new Counter(this, clerk, new Api(pages), errands, tally, choices);
    }

    /** Reads which schedules can be booked; true when enough can for many patients. */
    boolean explored() throws IOException, InterruptedException, StepFailed {
        steady.clear();
        failing.clear();
        explore(STEADY, (day, schedule) -> steady.add(schedule));
        explore(FAILING, (day, schedule) -> failing.computeIfAbsent(day, key -> new ArrayList<>())
                .add(schedule));
        return steady.size() >= ENOUGH && failing.size() > 1;
    }

    private void explore(String hospital, BiConsumer<String, String> found)
            throws IOException, InterruptedException, StepFailed {
        String path = "/api/hospitals/" + hospital + "/departments";
        Answer departments = api.get(path, null);
        if (departments.status() == 200) {
            for (JsonNode department : departments.items()) {
                explore(path, department, found);
            }
        }
    }

    private void explore(String departments, JsonNode department, BiConsumer<String, String> found)
            throws IOException, InterruptedException, StepFailed {
        String path = departments + "/" + department.path("code").asText();
        for (JsonNode day :
                api.get(path + "/calendar?size=100", null).expect(200).items()) {
            if (day.path("status").asText().equals("open")) {
                String date = day.path("date").asText();
                api.get(path + "/schedules?date=" + date, null)
                        .expect(200)
                        .items()
                        .findValuesAsText("id")
                        .forEach(schedule -> found.accept(date, schedule));
            }
        }
        for (JsonNode child : department.path("children")) {
            explore(departments, child, found);
        }
    }

    /** The day whose sessions are booked and called off at the failing hospital by now; it moves on. */
    String day() {
        List<String> days = List.copyOf(failing.keySet());
        return days.get((int) ((System.nanoTime() - began) / DAY_NANOS % days.size()));
    }

    /** Of either hospital. */
    String schedule(Random choices) {
        List<String> some = choices.nextBoolean() ? steady : Objects.requireNonNull(failing.get(day()));
        return some.get(choices.nextInt(some.size()));
    }

    /** Of the hospital that answers as it should. */
    List<String> steady() {
        return steady;
    }

    /** What became of all appointments: how many are in each state, and how many were cancelled by whom. */
    Map<String, Integer> ends() throws IOException, InterruptedException, StepFailed {
        operator.signIn();
        Map<String, Integer> ends = new TreeMap<>();
        int read = 0;
        int total = 1;
        for (int page = 0; read < total; page++) {
            String path = "/admin/appointments?size=" + PAGE + "&page=" + page;
            Answer answer = api.get(path, operator.token()).expect(200);
            total = answer.body().path("total").asInt();
            read += PAGE;
            for (JsonNode each : answer.items()) {
                ends.merge(each.path("status").asText(), 1, Integer::sum);
                if (each.hasNonNull("cancelledBy")) {
                    ends.merge("cancelled by " + each.path("cancelledBy").asText(), 1, Integer::sum);
                }
            }
        }
        return ends;
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
