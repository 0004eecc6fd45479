package dev.slipway.platform.apply;

import dev.slipway.platform.report.UserError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be done with an object, or why the server would not do it. */
record Asked(@Nullable Change change, @Nullable UserError refused) {
    static Asked of(@Nullable Change change) {
        return new Asked(change, null);
    }

    /**
     * A list that can grow.
     *
     * @throws UserError for all that would be refused
     */
    static List<Change> changes(List<Asked> all) {
        List<UserError> refused =
                all.stream().map(Asked::refused).filter(Objects::nonNull).toList();
        if (!refused.isEmpty()) {
            throw UserError.of(refused);
        }
        return all.stream().map(asked -> Objects.requireNonNull(asked.change())).collect(Collectors.toList());
    }
}
