package dev.slipway.cmn.dictionary;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Reads dictionaries through a cache that is never stale: what a read returns contains every edit that was committed
 * before the read began, on whichever instance.
 *
 * <p>Why: MySQL holds the generation, a word that each edit replaces in its own transaction. A read first asks MySQL for
 * the word (one row by primary key) and uses it in the cache's key. So after an edit no read asks for a key that was
 * stored before it, and there is nothing to invalidate, nothing to lose while Redis is away, flushed or restarted, and
 * nothing that two instances must tell each other. A loader reads the entries after it has read the word: what it stores
 * is of that generation or newer, never older, however slow it is and whatever is edited meanwhile. Keys of former
 * generations are not asked for any more and expire.
 */
@Service
public class Dictionaries {
    private final Generations generations;
    private final Entries entries;
    private final CachedReads cache;
    private final SingleFlight<List<Entry>> flights = new SingleFlight<>();

    Dictionaries(Generations generations, Entries entries, CachedReads cache) {
        this.generations = generations;
        this.entries = entries;
        this.cache = cache;
    }

    /** Children of the root. */
    public Reading childrenOf(String code) {
        return read("code:" + code, () -> entries.root(code)
                .map(root -> entries.children(root.id()))
                .orElseThrow(EntryMissing::new));
    }

    public Reading childrenOf(long id) {
        return read("id:" + id, () -> entries.find(id)
                .map(entry -> entries.children(entry.id()))
                .orElseThrow(EntryMissing::new));
    }

    /** The one entry that has the value, anywhere below the root. */
    public Reading entry(String code, String value) {
        return read(
                "value:" + code + ":" + value,
                () -> List.of(entries.find(code, value).orElseThrow(EntryMissing::new)));
    }

    private Reading read(String what, Supplier<List<Entry>> load) {
        String generation = generations.current();
        String key = generation + ":" + what;
        List<Entry> found = cache.get(key)
                .orElseGet(() -> flights.fly(key, () -> {
                    List<Entry> loaded = load.get();
                    cache.put(key, loaded);
                    return loaded;
                }));
        return new Reading(generation, found);
    }
}
