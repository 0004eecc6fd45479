package dev.slipway.platform.prediction;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How many pods of an object there are, and may be. */
record PodCounts(Manifests manifests) {
    private static final IntOrString QUARTER = new IntOrString("25%");

    /** Once all is ready; what is scaled by load has its least number. */
    int staying(Subject subject) {
        boolean ends = subject.endsByItself() || subject.object() instanceof DaemonSet;
        return ends
                ? 0
                : scaler(subject)
                        .map(scaler -> Objects.requireNonNullElse(scaler.getMinReplicas(), 1))
                        .orElseGet(subject::replicas);
    }

    /** While it is replaced, at the most that it may be scaled to. */
    int atMost(Subject subject) {
        if (subject.endsByItself()) {
            return 1;
        }
        int most =
                scaler(subject).map(HorizontalPodAutoscalerSpec::getMaxReplicas).orElseGet(() -> staying(subject));
        return most + amount(subject, RollingUpdateDeployment::getMaxSurge, most, RoundingMode.CEILING);
    }

    /** Whether it stands still when there is room for what stays only: old pods go when new ones are ready. */
    boolean needsOneMore(Subject subject) {
        boolean rolls = rolling(subject).isPresent()
                && amount(subject, RollingUpdateDeployment::getMaxUnavailable, staying(subject), RoundingMode.FLOOR)
                        == 0;
        return subject.endsByItself() || rolls;
    }

    private Optional<HorizontalPodAutoscalerSpec> scaler(Subject subject) {
        return manifests.objects().stream()
                .flatMap(
                        object -> object instanceof HorizontalPodAutoscaler scaler ? Stream.of(scaler) : Stream.empty())
                .map(HorizontalPodAutoscaler::getSpec)
                .filter(scaler -> scaler.getScaleTargetRef()
                                .getName()
                                .equals(subject.object().getMetadata().getName())
                        && scaler.getScaleTargetRef()
                                .getKind()
                                .equals(subject.object().getKind()))
                .findFirst();
    }

    /** Empty for what replaces its pods in place. */
    private static Optional<RollingUpdateDeployment> rolling(Subject subject) {
        if (!(subject.object() instanceof Deployment deployment)) {
            return Optional.empty();
        }
        DeploymentStrategy strategy = deployment.getSpec().getStrategy();
        if (strategy == null) {
            return Optional.of(new RollingUpdateDeployment());
        }
        return "Recreate".equals(strategy.getType())
                ? Optional.empty()
                : Optional.of(Objects.requireNonNullElseGet(strategy.getRollingUpdate(), RollingUpdateDeployment::new));
    }

    private static int amount(
            Subject subject, Function<RollingUpdateDeployment, IntOrString> key, int of, RoundingMode rounding) {
        return rolling(subject)
                .map(rolling -> Optional.ofNullable(key.apply(rolling)).orElse(QUARTER))
                .map(amount ->
                        amount.getIntVal() != null ? amount.getIntVal() : share(amount.getStrVal(), of, rounding))
                .orElse(0);
    }

    private static int share(String percent, int of, RoundingMode rounding) {
        return new BigDecimal(percent.replace("%", ""))
                .multiply(BigDecimal.valueOf(of))
                .divide(BigDecimal.valueOf(100), 0, rounding)
                .intValue();
    }
}
