package dev.slipway.platform.cli;

import dev.slipway.platform.apply.ApplyEvent;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Redrawn;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.stack.progress.Amounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The components of an environment as a tree: how many of its objects are done, and what the first other one waits for. */
final class ApplyTree implements Consumer<ApplyEvent> {
    private static final String OTHERS = "others";
    private static final int NAME = 20;
    private static final int COUNT = 10;
    private final Console console;
    private final Redrawn screen;
    private final String environment;
    private final Clock clock;
    private final Instant started;
    private final Map<ObjectId, String> components = new HashMap<>();
    private final Map<String, Map<ObjectId, Readiness>> states = new LinkedHashMap<>();

    ApplyTree(Console console, Manifests manifests, Clock clock) {
        this.console = console;
        this.screen = new Redrawn(console);
        this.environment = manifests.environment();
        this.clock = clock;
        this.started = clock.instant();
        manifests.manifests().forEach(manifest -> {
            components.put(ObjectId.of(manifest.object()), manifest.component());
            states.putIfAbsent(manifest.component(), new LinkedHashMap<>());
        });
        manifests
                .allSecrets()
                .forEach(secret -> components.put(
                        new ObjectId("v1", "Secret", secret.namespace(), secret.name()), secret.component()));
    }

    @Override
    public void accept(ApplyEvent event) {
        states.computeIfAbsent(components.getOrDefault(event.id(), OTHERS), first -> new LinkedHashMap<>())
                .put(event.id(), state(event));
        screen.draw(lines());
    }

    private static Readiness state(ApplyEvent event) {
        if (event instanceof ApplyEvent.Changed changed) {
            return changed.readiness();
        }
        return event instanceof ApplyEvent.Wrote wrote
                ? Readiness.progressing(wrote.action().toString())
                : Readiness.ready();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(environment + "  " + Amounts.seconds(Duration.between(started, clock.instant())));
        states.forEach((component, objects) -> lines.add("├─ " + line(component, objects)));
        lines.set(lines.size() - 1, lines.get(lines.size() - 1).replace("├─", "└─"));
        return lines;
    }

    private String line(String component, Map<ObjectId, Readiness> objects) {
        long done = objects.values().stream()
                .filter(Readiness.Ready.class::isInstance)
                .count();
        Optional<Map.Entry<ObjectId, Readiness>> open =
                first(objects, Readiness.Failed.class).or(() -> first(objects, Readiness.Progressing.class));
        String count = objects.isEmpty() ? "" : done + " of " + objects.size();
        String rest = open.map(entry -> entry.getKey() + ": " + entry.getValue().reason())
                .orElse("");
        boolean failed = open.filter(entry -> entry.getValue() instanceof Readiness.Failed)
                .isPresent();
        Style style = failed ? Style.BAD : open.isPresent() ? Style.WARNING : Style.GOOD;
        return (pad(component, NAME) + " " + console.paint(style, pad(count, COUNT)) + " " + shortened(rest))
                .stripTrailing();
    }

    private static Optional<Map.Entry<ObjectId, Readiness>> first(
            Map<ObjectId, Readiness> objects, Class<? extends Readiness> kind) {
        return objects.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .findFirst();
    }

    /** A line that wraps cannot be redrawn in place; on the narrowest terminals there is no room for it at all. */
    private String shortened(String text) {
        int room = console.columns() - NAME - COUNT - 6;
        if (room < 1) {
            return "";
        }
        return text.length() <= room ? text : text.substring(0, room - 1) + "…";
    }

    private static String pad(String text, int width) {
        return text.length() > width ? text.substring(0, width) : text + " ".repeat(width - text.length());
    }
}
