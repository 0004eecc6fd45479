package dev.slipway.platform.smoke;

import dev.slipway.platform.smoke.Step.Need;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The whole life of appointments: paid and cancelled, expired, and one whose number is fetched, which is kept. */
final class AppointmentWalk {
    private final Api api;
    private final Doors doors;
    private final Clock clock;
    private final Patient patient;
    private final Patient other;
    private final Catalogue catalogue;
    private final Operator operator;
    private final List<Visit> visits = new ArrayList<>();
    private int kept;

    AppointmentWalk(Api api, Doors doors, Clock clock, Patient patient, Patient other) {
        this.api = api;
        this.doors = doors;
        this.clock = clock;
        this.patient = patient;
        this.other = other;
        this.catalogue = new Catalogue(api, clock);
        this.operator = new Operator(api, clock, doors.operatorPassword());
    }

    List<Step> steps() {
        return List.of(
                Step.of("search hospitals", catalogue::search),
                Step.of("read the calendars", catalogue::readCalendars),
                Step.of("choose a schedule with room", catalogue::choose),
                new Step("the operator signs in", Need.OPERATOR, operator::signIn),
                new Step("the operator approves the patient's name", Need.OPERATOR, this::verify),
                new Step("book", Need.OPERATOR, this::book),
                new Step("the place is taken", Need.OPERATOR, () -> catalogue.expectTaken(1)),
                new Step("the appointment is hidden from the second user", Need.OPERATOR, () -> last().hideFrom(other)),
                new Step("pay at the cashier", Need.OPERATOR, () -> last().pay()),
                new Step("cancel, and have the money back", Need.OPERATOR, () -> last().cancel()),
                new Step("book again and let it expire", Need.OPERATOR, this::expire),
                new Step("book again and pay", Need.CLERK, this::bookAndPay),
                new Step("fetch the number at the hospital", Need.CLERK, this::fetch),
                new Step("list the appointments", Need.OPERATOR, this::list),
                new Step(
                        "the operator sees them, and nothing left to do",
                        Need.OPERATOR,
                        () -> operator.see(patient, visits)),
                new Step(
                        "the places are free again but for the kept one",
                        Need.OPERATOR,
                        () -> catalogue.expectTaken(kept)),
                new Step(
                        "the statistics count the kept one",
                        Need.OPERATOR,
                        () -> operator.expectCounted(catalogue.offer(), kept)));
    }

    private void verify() throws IOException, InterruptedException, StepFailed {
        operator.count(catalogue.offer());
        patient.verifyName();
        operator.approve(patient);
    }

    private Visit last() {
        return visits.get(visits.size() - 1);
    }

    private void book() throws IOException, InterruptedException, StepFailed {
        visits.add(new Visit(api, patient, catalogue, clock));
        last().book();
    }

    private void expire() throws IOException, InterruptedException, StepFailed {
        book();
        last().expire();
    }

    private void bookAndPay() throws IOException, InterruptedException, StepFailed {
        book();
        kept = 1;
        last().pay();
    }

    private void fetch() throws IOException, InterruptedException, StepFailed {
        var clerk = new Clerk(
                Objects.requireNonNull(doors.clerkPages()), Objects.requireNonNull(doors.clerkPassword()), clock);
        clerk.signIn();
        clerk.giveNumber(last());
        last().expectStatus("FETCHED");
    }

    private void list() throws IOException, InterruptedException, StepFailed {
        Visit.expectListed(patient.get("/api/appointments").items(), visits);
        Visit.expectListed(patient.get("/api/appointments?status=expired").items(), visits.subList(1, 2));
    }
}
