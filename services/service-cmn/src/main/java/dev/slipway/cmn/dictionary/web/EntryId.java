package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.EntryMissing;

/** Ids are opaque to clients: what is no id of ours is an id that does not exist. */
final class EntryId {
    private EntryId() {}

    /** @throws EntryMissing when it can't be one */
    static long parse(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw new EntryMissing();
        }
        return Long.parseLong(id);
    }
}
