package dev.slipway.hospital.cancellation;

import dev.slipway.hospital.order.OrderDesk;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.upload.UploadDesk;
import dev.slipway.hospital.upload.UploadOutcome;
import dev.slipway.hospital.upload.UploadOutcome.Done;
import dev.slipway.hospital.upload.UploadOutcome.Failed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Cancels a session with its orders, and tells the platform, which cancels the appointments and pays back. Three steps,
 * each of which may be repeated; whatever ends this process between them, the sweep takes up the rest. What the platform
 * rejects is sent again too, less often: until it agrees, patients keep what they paid for. What it never had is settled.
 */
@Component
public class SessionCancellation {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCancellation.class);
    private static final int PORTION = 200;
    private static final int NAMED = 5;
    private static final Duration AFTER_REJECTION = Duration.ofMinutes(5);

    private final Schedules schedules;
    private final OrderDesk orders;
    private final UploadDesk uploads;
    private final Clock clock;

    SessionCancellation(Schedules schedules, OrderDesk orders, UploadDesk uploads, Clock clock) {
        this.schedules = schedules;
        this.orders = orders;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** The session is cancelled here in any case; a failed outcome means that the platform is told later. */
    public UploadOutcome cancel(String hospital, String scheduleId) {
        schedules.cancel(hospital, scheduleId);
        return finish(hospital, schedules.find(hospital, scheduleId).stream().toList());
    }

    /** The orders come second: once the session is cancelled it gets no more of them. */
    private UploadOutcome finish(String hospital, List<Schedule> cancelled) {
        cancelled.forEach(schedule -> orders.cancelAllOf(hospital, schedule.id(), "医院停诊"));
        UploadOutcome outcome = uploads.upload(hospital, cancelled);
        boolean all = outcome instanceof Done done && done.rejected() == 0 && done.sent() == cancelled.size();
        return all || outcome instanceof Failed ? outcome : new Failed("平台未接受：" + reasons(hospital, cancelled));
    }

    /** As the books have them by now. */
    private String reasons(String hospital, List<Schedule> cancelled) {
        return cancelled.stream()
                .flatMap(schedule -> schedules.find(hospital, schedule.id()).stream())
                .filter(schedule -> schedule.upload().pending())
                .limit(NAMED)
                .map(schedule -> schedule.id() + " "
                        + Objects.requireNonNullElse(schedule.upload().reason(), "没有答复"))
                .collect(Collectors.joining("；"));
    }

    @Scheduled(fixedDelayString = "PT15S")
    void sweep() {
        for (String hospital : schedules.hospitalsWithUntoldCancellations()) {
            List<Schedule> untold =
                    schedules.untoldCancellations(hospital, clock.instant().minus(AFTER_REJECTION), PORTION);
            if (!untold.isEmpty() && finish(hospital, untold) instanceof Failed failed) {
                LOG.warn("The platform does not know of cancelled sessions of {}: {}", hospital, failed.reason());
            }
        }
    }
}
