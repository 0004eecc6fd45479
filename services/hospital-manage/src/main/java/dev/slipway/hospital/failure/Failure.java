package dev.slipway.hospital.failure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a hospital misbehaves.
 *
 * @param delay of late answers
 * @param times how many calls it hits before it ends by itself
 */
public record Failure(Mode mode, Scope scope, Duration delay, int times) {
    /** Longer ones would only hold a thread. */
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    public static final int MOST_TIMES = 1_000_000;

    public Failure {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("A delay is from 0 to " + LONGEST_DELAY);
        }
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("A failure hits 1 to " + MOST_TIMES + " calls");
        }
    }

    /** Which calls it hits. */
    public enum Scope {
        /** Orders being submitted. */
        SUBMIT,
        /** All signed calls. */
        ALL
    }

    /** What it does to a call. */
    public enum Mode {
        /** The call is done at once and answered after the delay. */
        LATE_ANSWER("处理后迟答"),
        /** The call waits for the delay and is done then. */
        LATE_START("迟处理"),
        /** The order is refused; submissions only. */
        REJECT("拒绝订单"),
        /** The connection is dropped and nothing done. */
        DROP("断开连接，不处理"),
        /** The call is done and the connection dropped instead of an answer, so that the platform asks again. */
        LOSE_ANSWER("处理后断开连接"),
        /** The call is done and its answer sent twice, one after the other. */
        ANSWER_TWICE("应答两次"),
        /** The order is admitted and the answer tells another sequence number; submissions only. */
        WRONG_SEQUENCE("告知错误的序号");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        /** For pages. */
        public String label() {
            return label;
        }

        /** Such as {@code late-answer}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException for any other word */
        public static Mode of(String word) {
            return Arrays.stream(values())
                    .filter(mode -> mode.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such mode: " + word));
        }
    }
}
