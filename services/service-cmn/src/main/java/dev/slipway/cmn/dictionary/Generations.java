package dev.slipway.cmn.dictionary;

/** The word that changes with every edit; see {@link Dictionaries} for what it is good for. */
public interface Generations {
    /** As committed last. Must be called outside a transaction. */
    String current();

    /** Puts edits in line: waits until no other transaction edits. Must be the first statement of its transaction. */
    void lock();

    /** Gives the generation a new word when the surrounding transaction commits. */
    void renew();
}
