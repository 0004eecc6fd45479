package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.Dictionaries;
import dev.slipway.cmn.dictionary.Reading;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Public reads. The generation is the ETag: a client asks each time and gets 304 while nothing was edited. */
@RestController
@ApiResponse(responseCode = "200", description = "The entries, with an ETag", useReturnTypeSchema = true)
@ApiResponse(
        responseCode = "304",
        description = "Nothing was edited since the ETag of If-None-Match",
        content = @Content)
class DictionaryController {
    private final Dictionaries dictionaries;

    DictionaryController(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @GetMapping("/api/dictionaries/{code}")
    ResponseEntity<EntryList> dictionary(@PathVariable String code) {
        Reading reading = dictionaries.childrenOf(code);
        return answer(reading).body(EntryList.of(reading.entries()));
    }

    @GetMapping("/api/dictionary-entries/{id}/children")
    ResponseEntity<EntryList> children(@PathVariable String id) {
        Reading reading = dictionaries.childrenOf(EntryId.parse(id));
        return answer(reading).body(EntryList.of(reading.entries()));
    }

    @GetMapping("/api/dictionaries/{code}/values/{value}")
    ResponseEntity<EntryView> entry(@PathVariable String code, @PathVariable String value) {
        Reading reading = dictionaries.entry(code, value);
        return answer(reading).body(EntryView.of(reading.entries().get(0)));
    }

    private static ResponseEntity.BodyBuilder answer(Reading reading) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag("W/\"" + reading.generation() + "\"");
    }
}
