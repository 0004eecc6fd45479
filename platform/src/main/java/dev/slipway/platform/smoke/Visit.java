package dev.slipway.platform.smoke;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One appointment of a patient, from booking to its end. */
final class Visit {
    private final Api api;
    private final Patient patient;
    private final Catalogue catalogue;
    private final Eventually eventually;

    private String number = "";
    private String status = "";
    private final List<String> payments = new ArrayList<>();

    Visit(Api api, Patient patient, Catalogue catalogue, Clock clock) {
        this.api = api;
        this.patient = patient;
        this.catalogue = catalogue;
        this.eventually = new Eventually(clock);
    }

    String number() {
        return number;
    }

    Offer offer() {
        return catalogue.offer();
    }

    /** The states of its payments as they have to be now. */
    List<String> payments() {
        return payments;
    }

    /** A hospital that does not answer in time is asked again: 202 is no failure. */
    void book() throws IOException, InterruptedException, StepFailed {
        var wish = Map.of("scheduleId", offer().scheduleId(), "patientId", patient.recordId());
        Answer answer = api.post("/api/appointments", wish, patient.token());
        number = answer.expect(answer.status() == 202 ? 202 : 201).text("number");
        expectStatus("CONFIRMED");
        patient.expectNotice("appointment-confirmed");
    }

    void pay() throws IOException, InterruptedException, StepFailed {
        Answer asked = api.post(path() + "/payment", Map.of(), patient.token()).expect(201);
        asked.text("qrPng");
        String trade = asked.text("outTradeNo");
        api.post("/cashier/" + trade, Map.of("outcome", "pay"), null).expect(204);
        expectPayment("paid");
        expectStatus("PAID");
        patient.expectNotice("payment-completed");
    }

    void cancel() throws IOException, InterruptedException, StepFailed {
        api.post(path() + "/cancellation", Map.of(), patient.token()).expect(200);
        expectStatus("REFUNDED");
        expectPayment("refunded");
        patient.expectNotice("appointment-cancelled");
        patient.expectNotice("payment-refunded");
    }

    void expire() throws IOException, InterruptedException, StepFailed {
        api.post("/api/dev/appointments/" + number + "/expiry", Map.of(), patient.token())
                .expect(204);
        expectStatus("EXPIRED");
        patient.expectNotice("appointment-expired");
    }

    void expectStatus(String expected) throws IOException, InterruptedException, StepFailed {
        eventually.hold(() -> {
            String found = api.get(path(), patient.token()).expect(200).text("status");
            return found.equals(expected) ? null : number + " is " + found + ", expected " + expected;
        });
        status = expected;
    }

    private void expectPayment(String expected) throws IOException, InterruptedException, StepFailed {
        eventually.hold(() -> {
            String found =
                    api.get(path() + "/payment", patient.token()).expect(200).text("status");
            return found.equals(expected) ? null : "the payment of " + number + " is " + found;
        });
        payments.clear();
        payments.add(expected);
    }

    void hideFrom(Patient other) throws IOException, InterruptedException, StepFailed {
        api.get(path(), other.token()).expectProblem(404);
        api.post(path() + "/cancellation", Map.of(), other.token()).expectProblem(404);
    }

    /** A list of appointments has exactly these, in the states they were brought to, the newest first. */
    static void expectListed(JsonNode items, List<Visit> visits) throws StepFailed {
        var expected = new ArrayList<String>();
        visits.forEach(visit -> expected.add(0, visit.number + " " + visit.status));
        var found = new ArrayList<String>();
        items.forEach(item -> found.add(
                item.path("number").asText() + " " + item.path("status").asText()));
        if (!found.equals(expected)) {
            throw new StepFailed("listed are the appointments " + found + ", expected " + expected);
        }
    }

    private String path() {
        return "/api/appointments/" + number;
    }
}
