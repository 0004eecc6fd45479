package dev.slipway.messaging.parking.web;

import dev.slipway.messaging.parking.MessageNotReplayed;
import dev.slipway.messaging.parking.ParkedMessage;
import dev.slipway.messaging.parking.ParkedMessages;
import dev.slipway.messaging.parking.ParkingBusy;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parked messages of all services: list, replay, delete. Paths below {@code /admin} need the role ADMIN. */
@RestController
@RequestMapping("/admin/messages/parked")
public class ParkedMessagesController {

    private final ParkedMessages messages;

    public ParkedMessagesController(ParkedMessages messages) {
        this.messages = messages;
    }

    @GetMapping
    Page<ParkedMessage> list(@RequestParam(required = false) @Nullable String queue, PageRequest page) {
        List<ParkedMessage> wanted = answered(messages::all).stream()
                .filter(message -> queue == null || queue.equals(message.queue()))
                .toList();
        List<ParkedMessage> items =
                wanted.stream().skip(page.offset()).limit(page.size()).toList();
        return Page.of(items, page, wanted.size());
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replay(@PathVariable String id) {
        found(answered(() -> messages.replay(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        found(answered(() -> messages.delete(id)));
    }

    private static void found(boolean found) {
        if (!found) {
            throw ProblemException.notFound("No such parked message.");
        }
    }

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (ParkingBusy e) {
            throw ProblemException.conflict(
                    "parking-busy", "Another operator works on the parked messages; try again.");
        } catch (MessageNotReplayed e) {
            throw ProblemException.conflict("not-replayed", "Its queue did not take the message; it stays parked.");
        } catch (AmqpException e) {
            throw ProblemException.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "broker-unavailable", "The message broker cannot be reached.");
        }
    }
}
