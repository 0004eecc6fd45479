package dev.slipway.web.flow;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import dev.slipway.web.problem.ProblemException;
import dev.slipway.web.problem.StatusCodes;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What a call that a rule turns away is answered, in the words of the gateway. */
final class Blocked {
    private Blocked() {}

    static ProblemException problem(BlockException block) {
        if (block instanceof DegradeException degrade) {
            return ProblemException.unavailable(
                    "circuit-open",
                    "The call is too slow or fails too often, and is given a rest.",
                    Duration.ofSeconds(Math.max(1, degrade.getRule().getTimeWindow())));
        }
        HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
        return ProblemException.tooManyRequests(
                StatusCodes.code(status), StatusCodes.detail(status), Duration.ofSeconds(1));
    }
}
