package dev.slipway.cmn.dictionary;

/** There is no such entry or dictionary. */
public final class EntryMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EntryMissing() {
        super("No such entry", null, false, false);
    }
}
