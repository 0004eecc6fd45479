package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.EntryText;
import dev.slipway.web.problem.FieldProblem;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an entry shall be: a root when it has no parent (with a code), else an entry with a value. */
@Schema(name = "WriteDictionaryEntry")
record WriteEntry(
        @Schema(description = "absent: the root of a dictionary") @Nullable
        String parentId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 200) @Nullable
        String name,

        @Schema(maxLength = 64, description = "of an entry below a root") @Nullable
        String value,

        @Schema(maxLength = 63, description = "of a root only") @Nullable
        String code) {
    boolean isRoot() {
        return parentId == null;
    }

    /** The same without space around its texts. */
    WriteEntry stripped() {
        return new WriteEntry(parentId, strip(name), strip(value), strip(code));
    }

    /** @throws ProblemException 422 with each field that is wrong */
    void requireValid() {
        List<FieldProblem> problems = new ArrayList<>();
        add(problems, "name", EntryText.problemOfName(name));
        if (isRoot()) {
            add(problems, "code", EntryText.problemOfCode(code));
            add(problems, "value", value == null ? Optional.empty() : Optional.of("must be absent without parentId"));
        } else {
            add(problems, "value", EntryText.problemOfValue(value));
            add(problems, "code", code == null ? Optional.empty() : Optional.of("must be absent with parentId"));
        }
        if (!problems.isEmpty()) {
            throw ProblemException.unprocessable("invalid-entry", "The entry has invalid fields.", problems);
        }
    }

    private static void add(List<FieldProblem> problems, String field, Optional<String> problem) {
        problem.ifPresent(words -> problems.add(new FieldProblem(field, words)));
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
