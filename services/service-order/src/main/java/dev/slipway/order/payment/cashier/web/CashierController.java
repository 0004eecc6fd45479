package dev.slipway.order.payment.cashier.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.order.payment.PaymentNotifications;
import dev.slipway.order.payment.cashier.CashierTrade;
import dev.slipway.order.payment.cashier.FakeCashier;
import dev.slipway.order.payment.cashier.FakeCashier.Signed;
import dev.slipway.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The fake cashier: whoever knows the number may pay, as with a QR code. */
@RestController
@Profile("local | dev")
@RequestMapping("/cashier/{outTradeNo}")
class CashierController {
    private final FakeCashier cashier;
    private final PaymentNotifications notifications;
    private final CashierPage page = new CashierPage();

    CashierController(FakeCashier cashier, PaymentNotifications notifications) {
        this.cashier = cashier;
        this.notifications = notifications;
    }

    /** How the payment goes. */
    enum Outcome {
        @JsonProperty("pay")
        PAY,
        @JsonProperty("fail")
        FAIL,
        /** It is paid, and nobody is told. */
        @JsonProperty("silent")
        SILENT
    }

    record Decision(@NotNull Outcome outcome) {}

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(@PathVariable String outTradeNo) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", CashierPage.POLICY)
                .body(page.html(known(outTradeNo)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable String outTradeNo, @Valid @RequestBody Decision decision) {
        known(outTradeNo);
        switch (decision.outcome()) {
            case PAY -> pay(outTradeNo).ifPresent(told -> notifications.receive(told.headers()::get, told.body()));
            case SILENT -> pay(outTradeNo);
            case FAIL -> cashier.fail(outTradeNo);
        }
    }

    private Optional<Signed> pay(String outTradeNo) {
        Optional<Signed> paid = cashier.pay(outTradeNo);
        if (paid.isEmpty()) {
            throw ProblemException.conflict("not-open", "This can't be paid any more.");
        }
        return paid;
    }

    private CashierTrade known(String outTradeNo) {
        return cashier.find(outTradeNo)
                .orElseThrow(() -> ProblemException.notFound("The cashier knows no such payment."));
    }
}
