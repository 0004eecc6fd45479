package dev.slipway.bench.platform;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.DeployFile;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The objects of an environment for kubectl, with the Secrets that Slipway makes by itself. */
final class KubectlFiles {
    static final String REGISTRY = "registry.example.com/his";
    static final String TAG = "1.0.0";
    private static final Set<String> WITH_ROLLOUT = Set.of("Deployment", "StatefulSet", "DaemonSet");
    private final Manifests manifests;
    private final Path folder;

    private KubectlFiles(Manifests manifests, Path folder) {
        this.manifests = manifests;
        this.folder = folder;
    }

    static KubectlFiles of(Checkout checkout, Path folder) throws IOException {
        var environment = Descriptions.parse(checkout.environment(), checkout.description())
                .orThrow();
        String namespace = Objects.requireNonNull(environment.namespace()).name();
        var variables = new Variables(REGISTRY, namespace, TAG);
        return new KubectlFiles(Rendering.of(environment, variables, new Contents(checkout.configuration())), folder);
    }

    /** Objects that are written together, and what to wait for before the next of them. */
    record Wave(Path file, List<List<String>> waits) {}

    int objects() {
        return manifests.manifests().size() + manifests.secrets().size();
    }

    /** All in one file. */
    Wave all() throws IOException {
        return wave("all.yaml", manifests.manifests(), manifests.secrets());
    }

    /** In the order of the needs: what a pipeline does that wants nothing to start before what it needs is ready. */
    List<Wave> inOrder() throws IOException {
        var waves = new ArrayList<Wave>();
        var left = new ArrayList<>(manifests.manifests());
        while (!left.isEmpty()) {
            Set<String> open = left.stream().map(Manifest::component).collect(Collectors.toCollection(TreeSet::new));
            boolean first = waves.isEmpty();
            List<Manifest> next = left.stream()
                    .filter(manifest -> manifest.needs().stream().noneMatch(open::contains))
                    .toList();
            waves.add(wave("wave-" + waves.size() + ".yaml", next, first ? manifests.secrets() : List.of()));
            left.removeAll(next);
        }
        return waves;
    }

    private Wave wave(String name, List<Manifest> chosen, List<GeneratedSecret> secrets) throws IOException {
        var part = new Manifests(manifests.environment(), manifests.namespace(), chosen, List.of());
        String text =
                DeployFile.text(part) + secrets.stream().map(KubectlFiles::text).collect(Collectors.joining());
        return new Wave(Files.writeString(folder.resolve(name), text), waits(chosen));
    }

    private static String text(GeneratedSecret secret) {
        var random = new SecureRandom();
        String data = secret.keys().entrySet().stream()
                .map(key -> "  " + key.getKey() + ": "
                        + key.getValue().generate(random).replaceAll("[^A-Za-z0-9+/=]", "a"))
                .collect(Collectors.joining("\n"));
        return "---\napiVersion: v1\nkind: Secret\nmetadata: {name: " + secret.name() + ", namespace: "
                + secret.namespace() + "}\nstringData:\n" + data + "\n";
    }

    /** Arguments of kubectl, one command a workload, as it can wait for one rollout at a time only. */
    private static List<List<String>> waits(Collection<Manifest> chosen) {
        var waits = new ArrayList<List<String>>();
        for (Manifest manifest : chosen) {
            var metadata = manifest.object().getMetadata();
            String name = manifest.object().getKind().toLowerCase(Locale.ROOT) + "/" + metadata.getName();
            if (WITH_ROLLOUT.contains(manifest.object().getKind())) {
                waits.add(List.of("rollout", "status", name, "-n", metadata.getNamespace()));
            } else if (manifest.object().getKind().equals("Job")) {
                waits.add(List.of("wait", "--for=condition=Complete", name, "-n", metadata.getNamespace()));
            }
        }
        return waits;
    }
}
