package dev.slipway.cmn.dictionary;

import dev.slipway.cmn.dictionary.EditRefused.Reason;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts an entry with all below it under another parent. Callers hold the lock of {@link Generations}. */
@Component
public class EntryMoves {
    private final Entries entries;

    EntryMoves(Entries entries) {
        this.entries = entries;
    }

    /** @throws EditRefused when the tree would have a cycle, be too deep or lose the entry to another dictionary */
    public void move(Entry entry, Entry parent) {
        if (entry.rootId() == null || entry.rootId() != parent.dictionaryId()) {
            throw new EditRefused(Reason.OTHER_DICTIONARY);
        }
        List<Entries.Place> subtree = entries.subtree(entry.id());
        if (subtree.stream().anyMatch(place -> place.id() == parent.id())) {
            throw new EditRefused(Reason.WOULD_CYCLE);
        }
        int deeper = parent.depth() + 1 - entry.depth();
        int deepest = subtree.stream().mapToInt(Entries.Place::depth).max().orElse(entry.depth());
        if (deepest + deeper > Entry.DEEPEST) {
            throw new EditRefused(Reason.TOO_DEEP);
        }
        entries.move(entry.id(), parent.id(), subtree, deeper);
    }
}
