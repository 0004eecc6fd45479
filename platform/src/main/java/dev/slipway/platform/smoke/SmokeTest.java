package dev.slipway.platform.smoke;

import dev.slipway.platform.smoke.Step.Need;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a running stack as two new patients would, and stops at the first step that fails. Steps whose doors are
 * not there are skipped. Nobody else may book meanwhile: the counts are compared at the end.
 */
public final class SmokeTest {
    private static final int PROVINCES = 31;

    private final URI base;
    private final Doors doors;
    private final Api api;
    private final Clock clock;
    private final RandomGenerator random;
    private boolean hasInbox = true;

    public SmokeTest(Doors doors, Clock clock, RandomGenerator random) {
        this.base = doors.gateway();
        this.doors = doors;
        this.api = new Api(base);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Walks.
     *
     * @param observer is told of each step as it ends
     * @return the steps that were made or skipped; the last one failed if any did
     */
    public List<StepResult> walk(Consumer<StepResult> observer) throws InterruptedException {
        var results = new ArrayList<StepResult>();
        for (Step step : steps()) {
            StepResult result = run(step);
            results.add(result);
            observer.accept(result);
            if (!result.ok()) {
                break;
            }
        }
        return results;
    }

    private List<Step> steps() {
        var patient = new Patient(api, clock, random);
        var other = new Patient(api, clock, random);
        var steps = new ArrayList<Step>(List.of(
                Step.of("an unknown path is a problem document", this::unknownPath),
                Step.of("inner paths are closed", this::innerPath),
                Step.of("read the provinces", this::provinces),
                Step.of("look for an inbox", () -> hasInbox = patient.hasInbox()),
                new Step("ask for a code", Need.INBOX, patient::askForCode),
                new Step("read the code", Need.INBOX, patient::readCode),
                new Step("sign in", Need.INBOX, patient::signIn),
                new Step("a used code is refused", Need.INBOX, patient::useCodeAgain),
                new Step("see me", Need.INBOX, patient::seeMe),
                Step.of("nobody sees me without a token", patient::seeMeWithoutToken),
                new Step("add a patient", Need.INBOX, patient::addRecord),
                new Step("list the patients", Need.INBOX, patient::listRecords),
                new Step("a second user signs in", Need.INBOX, other::enter),
                new Step("the patient is hidden from the second user", Need.INBOX, () -> other.seeRecordOf(patient))));
        steps.addAll(new AppointmentWalk(api, doors, clock, patient, other).steps());
        steps.add(new Step("sign out", Need.INBOX, patient::signOut));
        steps.add(new Step("the token is dead within 1 s", Need.INBOX, patient::findTokenDead));
        return steps;
    }

    private void unknownPath() throws IOException, InterruptedException, StepFailed {
        api.get("/api/no-such-path", null).expectProblem(404);
    }

    private void innerPath() throws IOException, InterruptedException, StepFailed {
        api.get("/inner/users", null).expectProblem(404);
    }

    private void provinces() throws IOException, InterruptedException, StepFailed {
        int found =
                api.get("/api/dictionaries/province", null).expect(200).items().size();
        if (found < PROVINCES) {
            throw new StepFailed(
                    "GET /api/dictionaries/province lists " + found + " provinces, expected at least " + PROVINCES);
        }
    }

    private StepResult run(Step step) throws InterruptedException {
        String missing = missingDoor(step.need());
        if (missing != null) {
            return new StepResult(step.name(), true, true, 0, missing);
        }
        Instant start = clock.instant();
        String cause = cause(step);
        long millis = Duration.between(start, clock.instant()).toMillis();
        return new StepResult(step.name(), cause == null, false, millis, cause);
    }

    private @Nullable String missingDoor(Need need) {
        if (need.compareTo(Need.INBOX) >= 0 && !hasInbox) {
            return "no inbox here to read a code from";
        }
        if (need.compareTo(Need.OPERATOR) >= 0 && doors.operatorPassword() == null) {
            return "the operator's password is not known";
        }
        if (need.compareTo(Need.CLERK) >= 0 && doors.clerkPassword() == null) {
            return "no hospital-manage whose clerk's password is known";
        }
        return null;
    }

    private @Nullable String cause(Step step) throws InterruptedException {
        try {
            step.action().run();
            return null;
        } catch (StepFailed failed) {
            return failed.getMessage();
        } catch (HttpTimeoutException late) {
            return "no answer from " + base + " in time";
        } catch (ConnectException refused) {
            return "nothing answers at " + base;
        } catch (IOException broken) {
            return "the connection to " + base + " broke: " + broken;
        }
    }
}
