package dev.slipway.cmn.dictionary;

import java.util.List;
import java.util.Optional;

/** Remembers reads for a while. May forget at any time; never throws and never waits long. */
public interface CachedReads {
    Optional<List<Entry>> get(String key);

    void put(String key, List<Entry> entries);
}
