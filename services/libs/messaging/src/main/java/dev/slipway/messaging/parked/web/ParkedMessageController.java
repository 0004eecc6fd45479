package dev.slipway.messaging.parked.web;

import dev.slipway.messaging.parked.ParkedMessage;
import dev.slipway.messaging.parked.ParkedMessages;
import dev.slipway.messaging.parked.ParkedMessages.Outcome;
import dev.slipway.messaging.parked.ParkedMessagesBusy;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/admin/messages/parked")
public class ParkedMessageController {
    private final ParkedMessages messages;

    public ParkedMessageController(ParkedMessages messages) {
        this.messages = messages;
    }

    @GetMapping
    ItemList<ParkedMessage> list(@RequestParam(required = false) @Nullable String queue) {
        return new ItemList<>(alone(() -> messages.list(queue)));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable String id) {
        expectDone(alone(() -> messages.replay(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        expectDone(alone(() -> messages.delete(id)));
    }

    private static void expectDone(Outcome outcome) {
        switch (outcome) {
            case DONE -> {}
            case UNKNOWN -> throw ProblemException.notFound("There is no parked message with this id.");
            case ORIGIN_GONE ->
                throw ProblemException.conflict("origin-gone", "The queue that the message came from does not exist.");
        }
    }

    private static <T> T alone(Supplier<T> work) {
        try {
            return work.get();
        } catch (ParkedMessagesBusy busy) {
            throw ProblemException.conflict("busy", "Another operator is at the parked messages; try again.");
        }
    }
}
