package dev.slipway.platform.readiness;

/** What is known about an object: it does its work, it may still come to it, or it will not without a change. */
public sealed interface Readiness {
    /** One line without a full stop; for {@link Ready} it may be empty. */
    String reason();

    /** Not yet; waiting may help. */
    record Progressing(String reason) implements Readiness {
        public Progressing {
            reason = OneLine.of(reason);
        }
    }

    /** It does its work. */
    record Ready(String reason) implements Readiness {}

    /** Waiting does not help: someone has to change something. */
    record Failed(String reason) implements Readiness {
        public Failed {
            reason = OneLine.of(reason);
        }
    }

    static Readiness progressing(String reason) {
        return new Progressing(reason);
    }

    static Readiness ready() {
        return new Ready("");
    }

    static Readiness failed(String reason) {
        return new Failed(reason);
    }
}
