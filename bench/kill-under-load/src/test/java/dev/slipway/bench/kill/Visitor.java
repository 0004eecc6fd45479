package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Answer;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Patient;
import dev.slipway.platform.smoke.StepFailed;
import java.io.IOException;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

/**
 * A patient who books, and then pays, pays without telling, cancels, lets it expire, forgets about it, or goes to the
 * hospital to fetch the number or to cancel there.
 */
record Visitor(Api api, Patient patient, Town town, Queue<Errand> errands, Tally tally, Random random) {
    private static final long PAUSE = 100;

    void visit() throws InterruptedException {
        String schedule = town.schedule(random);
        int wish = random.nextInt(14);
        try {
            tally.count("read", api.get("/api/schedules/" + schedule, null));
            Answer booked = tally.count("book", post("/api/appointments", order(schedule)));
            if (booked.status() == 201 || booked.status() == 202) {
                goOn(booked, "/api/appointments/" + booked.text("number"), wish);
            }
        } catch (IOException | StepFailed failed) {
            tally.unanswered(failed);
        }
        Thread.sleep(PAUSE);
    }

    private Map<String, String> order(String schedule) {
        return Map.of("scheduleId", schedule, "patientId", patient.recordId());
    }

    private void goOn(Answer booked, String appointment, int wish)
            throws IOException, InterruptedException, StepFailed {
        switch (wish) {
            case 0, 1, 2 -> {
                pay(appointment, "pay");
                cancel(appointment);
            }
            case 3 -> pay(appointment, "pay");
            case 4 -> pay(appointment, "silent");
            case 5, 6 -> cancel(appointment);
            case 7 -> expire(appointment);
            case 8, 9 -> {
                pay(appointment, "pay");
                go(booked, "fetched");
            }
            case 10 -> {
                pay(appointment, "pay");
                go(booked, "cancellation");
            }
            case 11 -> go(booked, "cancellation");
            case 12 -> {
                pay(appointment, "pay");
                go(booked, "fetched");
                cancel(appointment);
            }
            default -> tally.count("list", api.get("/api/appointments", patient.token()));
        }
    }

    /** A hospital that has not answered yet may never have got the order, and shows no button for it. */
    private void go(Answer booked, String wish) throws StepFailed {
        if (booked.status() == 201) {
            errands.add(new Errand(booked.text("/hospital/code"), booked.text("number"), wish));
        }
    }

    private void pay(String appointment, String outcome) throws IOException, InterruptedException, StepFailed {
        Answer asked = tally.count("ask to pay", post(appointment + "/payment", Map.of()));
        if (asked.status() == 201) {
            String cashier = "/cashier/" + asked.text("outTradeNo");
            tally.count(outcome, api.post(cashier, Map.of("outcome", outcome), null));
            tally.count("see payment", api.get(appointment + "/payment", patient.token()));
        }
    }

    private void cancel(String appointment) throws IOException, InterruptedException {
        tally.count("cancel", post(appointment + "/cancellation", Map.of()));
    }

    private void expire(String appointment) throws IOException, InterruptedException {
        String number = appointment.substring(appointment.lastIndexOf('/') + 1);
        tally.count("expire", post("/api/dev/appointments/" + number + "/expiry", Map.of()));
    }

    private Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return api.post(path, body, patient.token());
    }
}
