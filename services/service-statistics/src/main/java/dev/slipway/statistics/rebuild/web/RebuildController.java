package dev.slipway.statistics.rebuild.web;

import dev.slipway.statistics.order.OrderUnavailable;
import dev.slipway.statistics.rebuild.Rebuild;
import dev.slipway.statistics.rebuild.RebuildResult;
import dev.slipway.statistics.rebuild.RebuildRunning;
import dev.slipway.web.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RebuildController {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildController.class);

    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @PostMapping("/admin/statistics/appointments/rebuild")
    RebuildResult rebuild() {
        try {
            return rebuild.run();
        } catch (RebuildRunning other) {
            throw ProblemException.conflict("rebuild-running", "A rebuild is running; its result will do.");
        } catch (OrderUnavailable away) {
            LOG.warn("The rebuild ended half-way", away);
            throw ProblemException.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "order-unavailable",
                    "The appointments can't be read at the moment; nothing was removed.");
        }
    }
}
