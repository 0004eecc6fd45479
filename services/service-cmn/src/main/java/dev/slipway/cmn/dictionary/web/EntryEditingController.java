package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.DictionaryEditing;
import dev.slipway.cmn.dictionary.Entries;
import dev.slipway.cmn.dictionary.Entry;
import dev.slipway.cmn.dictionary.EntryMissing;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.idempotency.Idempotency;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an operator sees and edits; never cached. */
@RestController
class EntryEditingController {
    private static final String ENTRY = "/admin/dictionary-entries/";

    private final DictionaryEditing editing;
    private final Entries entries;
    private final Idempotency idempotency;

    EntryEditingController(DictionaryEditing editing, Entries entries, Idempotency idempotency) {
        this.editing = editing;
        this.entries = entries;
        this.idempotency = idempotency;
    }

    @GetMapping("/admin/dictionaries")
    EntryList roots() {
        return EntryList.of(entries.roots());
    }

    @GetMapping(ENTRY + "{id}")
    EntryView entry(@PathVariable String id) {
        return EntryView.of(entries.find(EntryId.parse(id)).orElseThrow(EntryMissing::new));
    }

    @PostMapping("/admin/dictionary-entries")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EntryView> add(
            @Parameter(hidden = true) Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Schema(description = "the same key and body give the same answer", maxLength = 128)
                    @Nullable
                    String key,
            @RequestBody WriteEntry wanted) {
        WriteEntry request = wanted.stripped();
        request.requireValid();
        EntryView created = idempotency.once(caller.id(), key, request, EntryView.class, () -> add(request));
        return ResponseEntity.created(URI.create(ENTRY + created.id())).body(created);
    }

    @PutMapping(ENTRY + "{id}")
    EntryView change(@PathVariable String id, @RequestBody WriteEntry wanted) {
        WriteEntry request = wanted.stripped();
        request.requireValid();
        return EntryView.of(change(EntryId.parse(id), request));
    }

    @DeleteMapping(ENTRY + "{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        editing.remove(EntryId.parse(id));
    }

    private EntryView add(WriteEntry request) {
        String name = Objects.requireNonNull(request.name());
        return EntryView.of(
                request.parentId() == null
                        ? editing.addRoot(Objects.requireNonNull(request.code()), name)
                        : editing.add(parent(request.parentId()), Objects.requireNonNull(request.value()), name));
    }

    private Entry change(long id, WriteEntry request) {
        String name = Objects.requireNonNull(request.name());
        return request.parentId() == null
                ? editing.changeRoot(id, Objects.requireNonNull(request.code()), name)
                : editing.change(id, parent(request.parentId()), Objects.requireNonNull(request.value()), name);
    }

    /** A parent that does not exist is the request's fault, not the address's. */
    private long parent(String id) {
        try {
            return entries.find(EntryId.parse(id))
                    .orElseThrow(EntryMissing::new)
                    .id();
        } catch (EntryMissing missing) {
            throw ParentMissing.problem();
        }
    }
}
