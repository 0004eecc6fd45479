package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object that is not ready, with all that may show why.
 *
 * @param name of the object for people
 * @param component that it belongs to
 * @param claims of its namespace
 * @param events of its namespace
 * @param logs what containers wrote at last, JSON records taken apart; by {@link #logKey}
 */
public record Scene(
        HasMetadata object,
        String name,
        String component,
        Readiness readiness,
        Around around,
        List<PersistentVolumeClaim> claims,
        List<Event> events,
        Map<String, List<String>> logs,
        Keys keys) {
    private static final int LAST_LINES = 5;

    public Scene {
        claims = List.copyOf(claims);
        events = List.copyOf(events);
        logs = Map.copyOf(logs);
    }

    public static String logKey(String pod, String container) {
        return pod + "/" + container;
    }

    /** Its pods, also those of its ReplicaSets, the newest first. */
    public Stream<Pod> pods() {
        return owners().flatMap(owner -> around.podsOf(owner).stream())
                .sorted(Comparator.comparing((Pod pod) -> text(pod.getMetadata().getCreationTimestamp()))
                        .reversed());
    }

    /** Whatever makes its pods: itself, and its ReplicaSets. */
    Stream<HasMetadata> owners() {
        return Stream.concat(Stream.of(object), around.replicaSetsOf(object).stream());
    }

    /** Events about an object, the newest first. */
    Stream<Event> eventsOf(HasMetadata subject) {
        return events.stream()
                .filter(event -> Objects.equals(event.getInvolvedObject().getKind(), subject.getKind())
                        && Objects.equals(
                                event.getInvolvedObject().getName(),
                                subject.getMetadata().getName()))
                .sorted(Comparator.comparing(Scene::time).reversed());
    }

    private static String time(Event event) {
        if (event.getLastTimestamp() != null) {
            return event.getLastTimestamp();
        }
        return event.getEventTime() == null ? "" : text(event.getEventTime().getTime());
    }

    List<String> log(Pod pod, String container) {
        return logs.getOrDefault(logKey(pod.getMetadata().getName(), container), List.of());
    }

    /** The end of a log as evidence. */
    List<String> lastLines(Pod pod, String container) {
        List<String> written =
                log(pod, container).stream().filter(line -> !line.isBlank()).toList();
        return written.stream()
                .skip(Math.max(0, written.size() - LAST_LINES))
                .map("log: "::concat)
                .toList();
    }

    String key(String field) {
        return keys.of(component, field);
    }

    Diagnosis says(Cause cause, String what, List<String> evidence, String change) {
        return new Diagnosis(name, cause, what, evidence, change);
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
