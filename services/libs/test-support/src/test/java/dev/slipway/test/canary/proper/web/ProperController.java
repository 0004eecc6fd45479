package dev.slipway.test.canary.proper.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;

/** Keeps the rules. */
@RestController
public final class ProperController {

    private final Clock clock;

    public ProperController(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return Instant.now(clock);
    }
}
