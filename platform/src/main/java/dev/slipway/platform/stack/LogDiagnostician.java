package dev.slipway.platform.stack;

import dev.slipway.platform.diagnosis.log.Evidence;
import dev.slipway.platform.diagnosis.log.LogDiagnosis;
import dev.slipway.platform.diagnosis.log.LogTail;
import dev.slipway.platform.stack.process.StackProcesses;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads the cause from the component's log; what it was last seen to lack is added when it still runs. */
final class LogDiagnostician implements Diagnostician {
    private final IntFunction<Optional<String>> portOwner;

    LogDiagnostician(IntFunction<Optional<String>> portOwner) {
        this.portOwner = portOwner;
    }

    @Override
    public String cause(Component component, OptionalInt exitCode, @Nullable String obstacle) {
        List<String> lines = LogTail.read(component.log(), StackProcesses.START_MARK);
        String cause =
                LogDiagnosis.describe(new Evidence(component.name(), component.port(), exitCode, lines, portOwner));
        return exitCode.isPresent() || obstacle == null ? cause : obstacle + "; " + cause;
    }
}
