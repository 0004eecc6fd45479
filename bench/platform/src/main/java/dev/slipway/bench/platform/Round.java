package dev.slipway.bench.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One after the other brings the same environment onto an empty cluster, and then once more with nothing to do. */
record Round(Course course, KubectlFiles files, KubectlFiles.Wave all, List<KubectlFiles.Wave> waves) {
    static final String SLIPWAY = "slipway apply";
    static final String KUBECTL = "kubectl apply";
    static final String KUBECTL_READY = "kubectl apply, rollout status";
    static final String KUBECTL_IN_ORDER = "the same in the order of needs";
    static final String SLIPWAY_AGAIN = "slipway apply, no change";
    static final String KUBECTL_AGAIN = "kubectl apply, no change";

    static Round of(Course course) throws IOException {
        KubectlFiles files = KubectlFiles.of(course.checkout(), course.cluster().directory());
        return new Round(course, files, files.all(), files.inOrder());
    }

    /** @param slipwayFirst changes from round to round, as who comes later may find something warm */
    Map<String, Course.Stretch> run(boolean slipwayFirst) throws IOException, InterruptedException {
        var stretches = new LinkedHashMap<String, Course.Stretch>();
        if (slipwayFirst) {
            slipway(stretches);
        }
        kubectl(stretches);
        kubectlInOrder(stretches);
        if (!slipwayFirst) {
            slipway(stretches);
        }
        return stretches;
    }

    private void slipway(Map<String, Course.Stretch> stretches) throws IOException, InterruptedException {
        stretches.put(SLIPWAY, course.measure(List.of(course.slipwayApply())));
        stretches.put(SLIPWAY_AGAIN, course.measure(List.of(course.slipwayApply())));
        clear();
    }

    private void kubectl(Map<String, Course.Stretch> stretches) throws IOException, InterruptedException {
        Course.Stretch apply = course.measure(List.of(course.kubectlApply(all)));
        Course.Stretch ready =
                course.measure(all.waits().stream().map(course::kubectl).toList());
        stretches.put(KUBECTL, apply);
        stretches.put(
                KUBECTL_READY,
                new Course.Stretch(
                        apply.seconds() + ready.seconds(),
                        apply.written(),
                        apply.requests() + ready.requests(),
                        apply.writes()));
        stretches.put(KUBECTL_AGAIN, course.measure(List.of(course.kubectlApply(all))));
        clear();
    }

    private void kubectlInOrder(Map<String, Course.Stretch> stretches) throws IOException, InterruptedException {
        var commands = new ArrayList<List<String>>();
        for (KubectlFiles.Wave wave : waves) {
            commands.add(course.kubectlApply(wave));
            wave.waits().forEach(wait -> commands.add(course.kubectl(wait)));
        }
        stretches.put(KUBECTL_IN_ORDER, course.measure(commands));
        clear();
    }

    /** Whoever has made them: kubectl knows all of them by its file; claims of StatefulSets go with the namespace. */
    private void clear() throws IOException, InterruptedException {
        course.run(
                course.kubectl(List.of("delete", "-f", all.file().toString(), "--ignore-not-found", "--timeout=120s")));
    }
}
