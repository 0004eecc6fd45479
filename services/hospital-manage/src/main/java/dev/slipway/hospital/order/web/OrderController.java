package dev.slipway.hospital.order.web;

import dev.slipway.hospital.failure.Failure.Mode;
import dev.slipway.hospital.failure.FailureSwitches;
import dev.slipway.hospital.order.Admission;
import dev.slipway.hospital.order.Cancellation;
import dev.slipway.hospital.order.OrderDesk;
import dev.slipway.hospital.order.Orders;
import dev.slipway.hospital.order.Submission;
import dev.slipway.hospital.order.Submission.Admitted;
import dev.slipway.hospital.order.Submission.Refused;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The platform's signed calls. That the key belongs to the hospital in the path is known by now. */
@RestController
@RequestMapping("/api/hospitals/{code}/orders")
class OrderController {
    private final OrderDesk desk;
    private final Orders orders;
    private final FailureSwitches failures;

    OrderController(OrderDesk desk, Orders orders, FailureSwitches failures) {
        this.desk = desk;
        this.orders = orders;
        this.failures = failures;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201")
    AdmissionView submit(@PathVariable String code, @Valid @RequestBody SubmitOrder order) {
        Submission answer = failures.hit(code, true, Set.of(Mode.REJECT)).isPresent()
                ? desk.refuse(code, order.request(), "医院拒绝了该预约")
                : desk.submit(code, order.request());
        if (answer instanceof Refused refused) {
            throw ProblemException.unprocessable("rejected", refused.reason(), List.of());
        }
        Admission admission = ((Admitted) answer).admission();
        boolean lie = failures.hit(code, true, Set.of(Mode.WRONG_SEQUENCE)).isPresent();
        return AdmissionView.of(admission, lie ? admission.sequenceNumber() + 1 : admission.sequenceNumber());
    }

    @GetMapping("/{number}")
    OrderView show(@PathVariable String code, @PathVariable @Pattern(regexp = SubmitOrder.NUMBER) String number) {
        return orders.find(code, number).map(OrderView::of).orElseThrow(OrderController::unknown);
    }

    @PostMapping("/{number}/paid")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void paid(@PathVariable String code, @PathVariable @Pattern(regexp = SubmitOrder.NUMBER) String number) {
        switch (desk.paid(code, number)) {
            case RECORDED -> {}
            case UNKNOWN_ORDER -> throw unknown();
            case NOT_WANTED -> throw ProblemException.conflict("cancelled", "The order is cancelled or was refused.");
        }
    }

    @PostMapping("/{number}/cancelled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelled(@PathVariable String code, @PathVariable @Pattern(regexp = SubmitOrder.NUMBER) String number) {
        if (desk.cancel(code, number, "平台取消") == Cancellation.TOO_LATE) {
            throw ProblemException.conflict("fetched", "The number of the order was fetched.");
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such order.");
    }
}
