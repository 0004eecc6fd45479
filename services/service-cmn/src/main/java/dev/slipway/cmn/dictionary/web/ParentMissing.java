package dev.slipway.cmn.dictionary.web;

import dev.slipway.web.problem.FieldProblem;
import dev.slipway.web.problem.ProblemException;
import java.util.List;

/** The words for a parent that is not there. */
final class ParentMissing {
    private ParentMissing() {}

    static ProblemException problem() {
        return ProblemException.unprocessable(
                "invalid-entry",
                "The entry has invalid fields.",
                List.of(new FieldProblem("parentId", "is not the id of an entry")));
    }
}
