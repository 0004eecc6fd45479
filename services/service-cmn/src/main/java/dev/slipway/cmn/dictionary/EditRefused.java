package dev.slipway.cmn.dictionary;

/** An edit would break a rule of the tree; nothing was changed. */
public final class EditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Reason {
        CODE_TAKEN("another dictionary has this code"),
        VALUE_TAKEN("another entry of this dictionary has this value"),
        HAS_CHILDREN("the entry has children; delete them first"),
        WOULD_CYCLE("an entry can't be below itself"),
        OTHER_DICTIONARY("an entry can't leave its dictionary, and a root can't get a parent"),
        TOO_DEEP("the tree would be deeper than " + Entry.DEEPEST + " levels");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** One clause for a human. */
        public String words() {
            return words;
        }
    }

    private final Reason reason;

    public EditRefused(Reason reason) {
        super(reason.words(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
