package dev.slipway.platform.render;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.ObjectNames;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Patch;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The patches of a description. Each has to find its object: one that is left over was meant for something. */
record Patches(List<Patch> patches) {
    /**
     * @param rendered the namespace of the environment as objects have it
     * @param described the same as the description says it
     */
    List<Manifest> laidOver(List<Manifest> manifests, String rendered, String described) {
        var names = new ObjectNames(manifests.stream().map(Manifest::object).toList(), rendered, described);
        var problems = new ArrayList<Problem>();
        var result = new ArrayList<>(manifests);
        for (Patch patch : patches) {
            int[] places = IntStream.range(0, manifests.size())
                    .filter(place ->
                            names.means(patch.object(), manifests.get(place).object()))
                    .toArray();
            if (places.length == 1) {
                result.set(places[0], laidOver(patch, result.get(places[0]), problems));
            } else {
                problems.add(patch.place()
                        .problem(
                                places.length == 0
                                        ? unused(patch, names)
                                        : ObjectNames.ambiguous(patch.object(), names.called(patch.object()))));
            }
        }
        refuse(problems);
        return result;
    }

    private static String unused(Patch patch, ObjectNames names) {
        return "the patch is not used: no object is called '" + patch.object() + "'"
                + Suggestions.nearest(patch.object(), names.all())
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
    }

    private static Manifest laidOver(Patch patch, Manifest manifest, List<Problem> problems) {
        try {
            Map<String, @Nullable Object> tree = Merge.of(Trees.of(manifest.object()), patch.merge());
            var object = Trees.object(tree, manifest.object().getClass());
            if (!ObjectNames.same(object, manifest.object())) {
                problems.add(patch.place()
                        .problem("the patch makes another object of " + patch.object()
                                + ", allowed: all but its kind, name and namespace"));
            }
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
