package dev.slipway.platform.render.part;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.time.Duration;

/** Probes with bounds. A start gets as long as it takes; then readiness is asked often and liveness forgivingly. */
public final class Probes {
    private static final int PERIOD = 5;

    private Probes() {}

    public static ProbeBuilder http(String path, String port) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath(path)
                .withPort(new IntOrString(port))
                .endHttpGet();
    }

    public static ProbeBuilder tcp(String port) {
        return new ProbeBuilder()
                .withNewTcpSocket()
                .withPort(new IntOrString(port))
                .endTcpSocket();
    }

    public static ProbeBuilder exec(String... command) {
        return new ProbeBuilder().withNewExec().withCommand(command).endExec();
    }

    /** @param service as the server names it; empty for the server as a whole */
    public static ProbeBuilder grpc(int port, String service) {
        return new ProbeBuilder()
                .withNewGrpc()
                .withPort(port)
                .withService(service.isEmpty() ? null : service)
                .endGrpc();
    }

    /** @param within how long a start may take before the container is started anew */
    public static Probe startup(ProbeBuilder probe, Duration within) {
        int tries = (int) Math.max(1, (within.toSeconds() + PERIOD - 1) / PERIOD);
        return probe.withPeriodSeconds(PERIOD)
                .withTimeoutSeconds(PERIOD)
                .withFailureThreshold(tries)
                .build();
    }

    /** Out of the Service after three failures in a row. */
    public static Probe readiness(ProbeBuilder probe) {
        return probe.withPeriodSeconds(PERIOD)
                .withTimeoutSeconds(PERIOD)
                .withFailureThreshold(3)
                .build();
    }

    /** Started anew after a minute of failures. */
    public static Probe liveness(ProbeBuilder probe) {
        return probe.withPeriodSeconds(10)
                .withTimeoutSeconds(PERIOD)
                .withFailureThreshold(6)
                .build();
    }
}
