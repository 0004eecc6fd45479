package dev.slipway.messaging.broker;

/** What became of one message handed to the broker. */
public sealed interface Publication {

    /** The broker has it in at least one queue. */
    record Confirmed() implements Publication {}

    /** The broker answered and did not take it, e.g. because no queue is bound for its type. */
    record Refused(String reason) implements Publication {}

    /** No answer: the broker may have it or not. */
    record Unanswered(String reason) implements Publication {}
}
