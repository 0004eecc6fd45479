package dev.slipway.gateway.problem;

/** A call was refused: an expected outcome, therefore without a stack trace. */
public final class Refusal extends RuntimeException {
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
