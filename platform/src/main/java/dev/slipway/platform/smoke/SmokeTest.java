package dev.slipway.platform.smoke;

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

/** Walks through a running stack as two new patients would, and stops at the first step that fails. */
public final class SmokeTest {
    private static final int PROVINCES = 31;

    private final URI base;
    private final Api api;
    private final Clock clock;
    private final RandomGenerator random;

    public SmokeTest(URI base, Clock clock, RandomGenerator random) {
        this.base = base;
        this.api = new Api(base);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Walks.
     *
     * @param observer is told of each step as it ends
     * @return the steps that were made; the last one failed if any did
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
        return List.of(
                new Step("an unknown path is a problem document", this::unknownPath),
                new Step("inner paths are closed", this::innerPath),
                new Step("ask for a code", patient::askForCode),
                new Step("read the code", patient::readCode),
                new Step("sign in", patient::signIn),
                new Step("a used code is refused", patient::useCodeAgain),
                new Step("see me", patient::seeMe),
                new Step("nobody sees me without a token", patient::seeMeWithoutToken),
                new Step("add a patient", patient::addRecord),
                new Step("list the patients", patient::listRecords),
                new Step("read the provinces", this::provinces),
                new Step("a second user signs in", () -> enter(other)),
                new Step("the patient is hidden from the second user", () -> other.seeRecordOf(patient)),
                new Step("sign out", patient::signOut),
                new Step("the token is dead within 1 s", patient::findTokenDead));
    }

    private static void enter(Patient patient) throws IOException, InterruptedException, StepFailed {
        patient.askForCode();
        patient.readCode();
        patient.signIn();
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
        Instant start = clock.instant();
        String cause = cause(step);
        long millis = Duration.between(start, clock.instant()).toMillis();
        return new StepResult(step.name(), cause == null, millis, cause);
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
