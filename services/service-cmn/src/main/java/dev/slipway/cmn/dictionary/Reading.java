package dev.slipway.cmn.dictionary;

import java.util.List;

/**
 * What a read found.
 *
 * @param generation the entries are at least as new as this
 */
public record Reading(String generation, List<Entry> entries) {
    public Reading {
        entries = List.copyOf(entries);
    }
}
