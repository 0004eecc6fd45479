package dev.slipway.hosp.announcement;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.transaction.support.TransactionTemplate;

class AnnouncementsTests {
    /** Spring's pool takes no more work from the moment that the service is told to stop. */
    @Test
    void aCallThatIsAnsweredWhileTheServiceStopsLeavesItsChangeToASweep() {
        var announcements = new Announcements(List.of(), event -> {}, new TransactionTemplate(), task -> {
            throw new TaskRejectedException("stopping");
        });

        assertThatCode(announcements::wake).doesNotThrowAnyException();
    }
}
