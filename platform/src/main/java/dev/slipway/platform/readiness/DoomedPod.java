package dev.slipway.platform.readiness;

import dev.slipway.platform.readiness.Doom.Kind;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pod that does not come to work by waiting. The states are those of the kubelet
 * (kubernetes/pkg/kubelet/images/types.go and kuberuntime/kuberuntime_container.go).
 */
public final class DoomedPod {
    private static final Set<String> NO_IMAGE = Set.of("ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull");
    private static final Pattern NOT_FOUND =
            Pattern.compile("(?i)not found|manifest unknown|does not exist|repository .* denied");
    private static final Pattern BINARY = Pattern.compile("exec: \\\\?\"([^\"\\\\]+)\\\\?\"");

    private DoomedPod() {}

    /** Why it is doomed, naming pod and container; empty when waiting may help. */
    public static Optional<String> reason(Pod pod) {
        return find(pod)
                .map(doom -> "container " + doom.container().getName() + " of pod "
                        + pod.getMetadata().getName() + ": " + doom.what());
    }

    /** The first container that cannot work; empty when waiting may help. */
    public static Optional<Doom> find(Pod pod) {
        return containers(pod)
                .map(container -> find(pod, container))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All containers that have a status, those that start first at the front. */
    public static Stream<ContainerStatus> containers(Pod pod) {
        if (pod.getStatus() == null) {
            return Stream.empty();
        }
        return Stream.concat(
                pod.getStatus().getInitContainerStatuses().stream(), pod.getStatus().getContainerStatuses().stream());
    }

    private static Optional<Doom> find(Pod pod, ContainerStatus container) {
        ContainerStateWaiting waiting =
                container.getState() == null ? null : container.getState().getWaiting();
        return waiting == null || waiting.getReason() == null
                ? Optional.empty()
                : waiting(pod, container, waiting.getReason(), text(waiting.getMessage()));
    }

    private static Optional<Doom> waiting(Pod pod, ContainerStatus container, String reason, String message) {
        if (NO_IMAGE.contains(reason)
                || (reason.equals("ErrImagePull") && NOT_FOUND.matcher(message).find())) {
            String what = "image " + container.getImage() + " cannot be pulled (" + reason + "): " + message;
            return Optional.of(new Doom(Kind.IMAGE, container, what));
        }
        return switch (reason) {
            case "CreateContainerConfigError" ->
                Optional.of(new Doom(Kind.CONFIGURATION, container, "it lacks its configuration: " + message));
            case "RunContainerError", "CreateContainerError" ->
                Optional.of(new Doom(Kind.CANNOT_RUN, container, cannotRun(message)));
            case "CrashLoopBackOff" -> Optional.of(crash(pod, container));
            default -> Optional.empty();
        };
    }

    private static Doom crash(Pod pod, ContainerStatus container) {
        ContainerStateTerminated last = container.getLastState() == null
                ? null
                : container.getLastState().getTerminated();
        if (last == null) {
            return new Doom(Kind.CRASH, container, "ends again and again (CrashLoopBackOff)");
        }
        String reason = text(last.getReason());
        if (reason.equals("OOMKilled")) {
            String limit = limit(pod, container.getName());
            return new Doom(
                    Kind.OUT_OF_MEMORY, container, "killed for want of memory (OOMKilled), its limit is " + limit);
        }
        String message = text(last.getMessage()).strip();
        if (reason.equals("StartError") || reason.equals("ContainerCannotRun")) {
            return new Doom(Kind.CANNOT_RUN, container, cannotRun(message));
        }
        String what = "ends again and again (CrashLoopBackOff) with exit code " + last.getExitCode()
                + (message.isEmpty() ? "" : ": " + message);
        return new Doom(Kind.CRASH, container, what);
    }

    private static String cannotRun(String message) {
        Matcher binary = BINARY.matcher(message);
        return binary.find() ? "cannot run " + binary.group(1) + ": " + message : "cannot run: " + message;
    }

    private static String limit(Pod pod, String container) {
        return Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
                .filter(candidate -> candidate.getName().equals(container))
                .filter(candidate -> candidate.getResources() != null
                        && candidate.getResources().getLimits() != null)
                .map(candidate -> candidate.getResources().getLimits().get("memory"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("that of its node");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
