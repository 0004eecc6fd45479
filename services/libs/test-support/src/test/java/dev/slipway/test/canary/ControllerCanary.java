package dev.slipway.test.canary;

import org.springframework.web.bind.annotation.RestController;

/** Breaks the rule on controllers. */
@RestController
public final class ControllerCanary {}
