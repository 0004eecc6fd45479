package dev.slipway.hospital.cancellation;

import dev.slipway.hospital.order.OrderDesk;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.upload.UploadDesk;
import dev.slipway.hospital.upload.UploadOutcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Cancels a session with its orders, and tells the platform, which cancels the appointments and pays back. Three steps,
 * each of which may be repeated; whatever ends this process between them, the sweep takes up the rest.
 */
@Component
public class SessionCancellation {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCancellation.class);
    private static final int PORTION = 200;

    private final Schedules schedules;
    private final OrderDesk orders;
    private final UploadDesk uploads;

    SessionCancellation(Schedules schedules, OrderDesk orders, UploadDesk uploads) {
        this.schedules = schedules;
        this.orders = orders;
        this.uploads = uploads;
    }

    /** The session is cancelled here in any case; a failed outcome means that the platform is told later. */
    public UploadOutcome cancel(String hospital, String scheduleId) {
        schedules.cancel(hospital, scheduleId);
        return finish(hospital, schedules.find(hospital, scheduleId).stream().toList());
    }

    /** The orders come second: once the session is cancelled it gets no more of them. */
    private UploadOutcome finish(String hospital, List<Schedule> cancelled) {
        cancelled.forEach(schedule -> orders.cancelAllOf(hospital, schedule.id(), "医院停诊"));
        return uploads.upload(hospital, cancelled);
    }

    @Scheduled(fixedDelayString = "PT15S")
    void sweep() {
        for (String hospital : schedules.hospitalsWithUntoldCancellations()) {
            List<Schedule> untold = schedules.untoldCancellations(hospital, PORTION);
            if (!untold.isEmpty() && finish(hospital, untold) instanceof UploadOutcome.Failed failed) {
                LOG.warn("The platform does not know of cancelled sessions of {}: {}", hospital, failed.reason());
            }
        }
    }
}
