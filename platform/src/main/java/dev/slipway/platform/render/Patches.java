package dev.slipway.platform.render;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Patch;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The patches of a description. Each has to find its object: one that is left over was meant for something. */
record Patches(List<Patch> patches) {
    List<Manifest> laidOver(List<Manifest> manifests) {
        if (patches.isEmpty()) {
            return manifests;
        }
        var problems = new ArrayList<Problem>();
        var byName = new HashMap<String, List<Integer>>();
        for (int i = 0; i < manifests.size(); i++) {
            byName.computeIfAbsent(name(manifests.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        var result = new ArrayList<>(manifests);
        for (Patch patch : patches) {
            List<Integer> places = byName.getOrDefault(patch.object(), List.of());
            if (places.isEmpty()) {
                problems.add(unused(patch, byName));
            }
            places.forEach(place -> result.set(place, laidOver(patch, result.get(place), problems)));
        }
        refuse(problems);
        return result;
    }

    static String name(Manifest manifest) {
        return manifest.object().getKind() + "/"
                + manifest.object().getMetadata().getName();
    }

    private static Problem unused(Patch patch, Map<String, List<Integer>> byName) {
        return patch.place()
                .problem("the patch is not used: no object is called '" + patch.object() + "'"
                        + Suggestions.nearest(patch.object(), byName.keySet())
                                .map(nearest -> "; did you mean '" + nearest + "'?")
                                .orElse(""));
    }

    private static Manifest laidOver(Patch patch, Manifest manifest, List<Problem> problems) {
        try {
            Map<String, @Nullable Object> tree = Merge.of(Trees.of(manifest.object()), patch.merge());
            var object = Trees.object(tree, manifest.object().getClass());
            return new Manifest(object, manifest.component(), manifest.needs());
        } catch (IllegalArgumentException misfit) {
            problems.add(patch.place()
                    .problem("the patch does not fit " + patch.object() + ": " + reason(misfit.getMessage())));
            return manifest;
        }
    }

    private static String reason(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").replaceAll(" \\(class .*", "");
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UserError(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())),
                    "correct the patches",
                    ExitCode.USAGE);
        }
    }
}
