package dev.slipway.cmn.dictionary;

import dev.slipway.cmn.dictionary.EditRefused.Reason;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Edits single entries. Edits of all instances stand in line behind the lock of {@link Generations}, so what a check
 * has seen is still true when the edit is written. Texts follow {@link EntryText}.
 */
@Service
public class DictionaryEditing {
    private final Entries entries;
    private final EntryMoves moves;
    private final Generations generations;
    private final TransactionTemplate transaction;

    DictionaryEditing(Entries entries, EntryMoves moves, Generations generations, TransactionTemplate transaction) {
        this.entries = entries;
        this.moves = moves;
        this.generations = generations;
        this.transaction = transaction;
    }

    /** Makes a new dictionary. */
    public Entry addRoot(String code, String name) {
        return edit(() -> {
            requireFree(entries.root(code).orElse(null), null, Reason.CODE_TAKEN);
            return entries.addRoot(code, name);
        });
    }

    public Entry add(long parentId, String value, String name) {
        return edit(() -> {
            Entry parent = existing(parentId);
            requireFree(entries.find(parent.code(), value).orElse(null), null, Reason.VALUE_TAKEN);
            if (parent.depth() >= Entry.DEEPEST) {
                throw new EditRefused(Reason.TOO_DEEP);
            }
            return entries.add(parent, value, name);
        });
    }

    public Entry changeRoot(long id, String code, String name) {
        return edit(() -> {
            if (existing(id).parentId() != null) {
                throw new EditRefused(Reason.OTHER_DICTIONARY);
            }
            requireFree(entries.root(code).orElse(null), id, Reason.CODE_TAKEN);
            entries.changeRoot(id, code, name);
            return id;
        });
    }

    /** Changes an entry below a root; another parent moves it with all below it. */
    public Entry change(long id, long parentId, String value, String name) {
        return edit(() -> {
            Entry entry = existing(id);
            requireFree(entries.find(entry.code(), value).orElse(null), id, Reason.VALUE_TAKEN);
            if (!Objects.equals(entry.parentId(), parentId)) {
                moves.move(entry, existing(parentId));
            }
            entries.change(id, value, name);
            return id;
        });
    }

    public void remove(long id) {
        transaction.executeWithoutResult(status -> {
            generations.lock();
            if (existing(id).hasChildren()) {
                throw new EditRefused(Reason.HAS_CHILDREN);
            }
            entries.remove(id);
            generations.renew();
        });
    }

    private Entry edit(Supplier<Long> write) {
        return Objects.requireNonNull(transaction.execute(status -> {
            generations.lock();
            long id = write.get();
            generations.renew();
            return existing(id);
        }));
    }

    private Entry existing(long id) {
        return entries.find(id).orElseThrow(EntryMissing::new);
    }

    private static void requireFree(@Nullable Entry holder, @Nullable Long self, Reason otherwise) {
        if (holder != null && !Objects.equals(holder.id(), self)) {
            throw new EditRefused(otherwise);
        }
    }
}
