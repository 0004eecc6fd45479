package dev.slipway.test;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.slipway.local.LocalServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.WaitAllStrategy;

/** A server in a container. The port on this machine is chosen, as Docker would choose another at each start. */
final class ServerContainer implements Server {

    private static final Duration START = Duration.ofMinutes(2);

    private final GenericContainer<?> container;
    private final LocalServer probe;
    private final int port;

    /**
     * @param inside the port inside the container
     * @param probe tells whether the server at {@code port} is ready
     */
    ServerContainer(GenericContainer<?> container, int inside, LocalServer probe, int port) {
        this.probe = probe;
        this.port = port;
        PortBinding binding = new PortBinding(Binding.bindIpAndPort("127.0.0.1", port), new ExposedPort(inside));
        this.container = container
                .withExposedPorts(inside)
                .withCreateContainerCmdModifier(command -> {
                    HostConfig host = command.getHostConfig();
                    if (host != null) {
                        host.withPortBindings(binding);
                    }
                })
                .withStartupCheckStrategy(new IsRunningStartupCheckStrategy())
                .waitingFor(new WaitAllStrategy());
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!container.isRunning()) {
            docker().startContainerCmd(container.getContainerId()).exec();
        }
        awaitReady();
    }

    @Override
    public void stop() {
        docker().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void kill() {
        docker().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void pause() {
        docker().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
        docker().unpauseContainerCmd(container.getContainerId()).exec();
    }

    void run(String... command) {
        try {
            ExecResult result = container.execInContainer(command);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(List.of(command).get(0) + ": " + result.getStderr());
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (!probe.ready()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(
                        probe.name() + " is not ready after " + START + ": " + container.getLogs());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
