package dev.slipway.bench.plain;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlainBookingController {
    private final PlainBooking booking;

    PlainBookingController(PlainBooking booking) {
        this.booking = booking;
    }

    record Book(String scheduleId, String patientId) {}

    record Offer(int total) {}

    @PostMapping("/appointments")
    ResponseEntity<Map<String, String>> book(@RequestBody Book wish) {
        return booking.book(wish.scheduleId(), wish.patientId())
                .map(number -> ResponseEntity.status(HttpStatus.CREATED).body(Map.of("number", number)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("code", "slot-taken")));
    }

    @PostMapping("/appointments/{number}/payment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pay(@PathVariable("number") String number) {
        booking.pay(number);
    }

    @PostMapping("/appointments/{number}/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable("number") String number) {
        booking.cancel(number);
    }

    @PutMapping("/schedules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(@PathVariable("id") String id, @RequestBody Offer offer) {
        booking.offer(id, offer.total());
    }

    @GetMapping("/schedules/{id}")
    Map<String, Object> sold(@PathVariable("id") String id) {
        return booking.sold(id);
    }
}
