package dev.slipway.bench.kill;

import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.smoke.Clerk;
import dev.slipway.platform.smoke.StepFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What goes on at the hospitals: a clerk gives out numbers and cancels orders as patients wish, and at one hospital
 * sessions are called off and its system fails in every way that it can be told to.
 */
final class Counter {
    private static final String NOT_PAID_YET = "只有已支付的订单可以取号";
    private static final long IDLE_MILLIS = 500;
    private static final String PAGES = "/hospitals/";
    private static final Pattern OFF = Pattern.compile("\"([^\"]+/schedules/[^\"/]+/cancellation)\"");
    private static final List<String> MODES =
            List.of("late-answer", "late-start", "reject", "drop", "lose-answer", "answer-twice", "wrong-sequence");

    /** Longer than service-order waits for an answer. */
    private static final int TOO_LATE_MILLIS = 6_000;

    private static final int LATE_MILLIS = 500;

    private final Town town;
    private final Clerk clerk;
    private final Api failures;
    private final BlockingQueue<Errand> errands;
    private final Tally tally;
    private final Random random;
    private boolean signedIn;

    /** @param failures calls hospital-manage */
    Counter(Town town, Clerk clerk, Api failures, BlockingQueue<Errand> errands, Tally tally, Random random) {
        this.town = town;
        this.clerk = clerk;
        this.failures = failures;
        this.errands = errands;
        this.tally = tally;
        this.random = random;
    }

    void work() throws InterruptedException {
        Errand errand = errands.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            if (!signedIn) {
                clerk.signIn();
                signedIn = true;
            }
            if (errand != null) {
                see(errand);
            }
            if (random.nextInt(4) == 0) {
                misbehave();
            }
            if (random.nextInt(8) == 0) {
                callOff();
            }
        } catch (IOException | StepFailed failed) {
            tally.unanswered(failed);
            signedIn = false;
        }
    }

    private void see(Errand errand) throws IOException, InterruptedException, StepFailed {
        String orders = PAGES + errand.hospital() + "/orders";
        String notice = clerk.press(orders, orders + "/" + errand.number() + "/" + errand.wish());
        tally.noted("clerk: " + errand.wish(), notice);
        if (notice.contains(NOT_PAID_YET) && random.nextInt(4) > 0) {
            errands.add(errand);
        }
    }

    private void callOff() throws IOException, InterruptedException, StepFailed {
        String sessions = PAGES + Town.FAILING + "/schedules?date=" + town.day();
        List<String> buttons = new ArrayList<>();
        Matcher found = OFF.matcher(clerk.page(sessions));
        while (found.find()) {
            buttons.add(found.group(1));
        }
        if (!buttons.isEmpty()) {
            String notice = clerk.press(sessions, buttons.get(random.nextInt(buttons.size())));
            tally.noted("clerk: session off", notice);
        }
    }

    /** Some calls are hit, then it ends by itself. */
    private void misbehave() throws IOException, InterruptedException, StepFailed {
        boolean all = random.nextBoolean();
        Map<String, ?> failure = Map.of(
                "mode",
                MODES.get(random.nextInt(MODES.size())),
                "scope",
                all ? "all" : "submit",
                "delayMillis",
                all ? LATE_MILLIS : TOO_LATE_MILLIS,
                "times",
                1 + random.nextInt(3));
        String path = "/api/dev/hospitals/" + Town.FAILING + "/failure";
        failures.put(path, failure, null).expect(200);
    }
}
