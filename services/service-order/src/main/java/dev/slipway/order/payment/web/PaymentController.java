package dev.slipway.order.payment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.web.OwnAppointments;
import dev.slipway.order.configuration.Background;
import dev.slipway.order.payment.Payment;
import dev.slipway.order.payment.PaymentDesk;
import dev.slipway.order.payment.PaymentDesk.PaymentOffer;
import dev.slipway.order.payment.PaymentReconciliation;
import dev.slipway.order.payment.PaymentStatus;
import dev.slipway.order.payment.Payments;
import dev.slipway.order.payment.qr.QrPicture;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Paying for one's own appointment. */
@RestController
@RequestMapping("/api/appointments/{number}/payment")
class PaymentController {
    private final OwnAppointments own;
    private final PaymentDesk desk;
    private final Payments payments;
    private final PaymentReconciliation reconciliation;
    private final Background background;

    PaymentController(
            OwnAppointments own,
            PaymentDesk desk,
            Payments payments,
            PaymentReconciliation reconciliation,
            Background background) {
        this.own = own;
        this.desk = desk;
        this.payments = payments;
        this.reconciliation = reconciliation;
        this.background = background;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201")
    OfferView pay(Caller caller, @PathVariable String number) {
        PaymentOffer offer = desk.offer(own.find(caller, number));
        if (offer instanceof PaymentOffer.Open open) {
            return OfferView.of(open.payment(), open.codeUrl());
        }
        if (offer instanceof PaymentOffer.NotPayable) {
            throw ProblemException.conflict("not-payable", "The appointment does not wait for a payment.");
        }
        throw ProblemException.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "payment-unavailable",
                "The payment provider does not answer at the moment. Try again.");
    }

    /** Whoever waits in front of an open payment also makes us ask the provider, now and then. */
    @GetMapping
    PaymentView show(Caller caller, @PathVariable String number) {
        Appointment appointment = own.find(caller, number);
        Payment payment = payments.current(appointment.number())
                .orElseThrow(() -> ProblemException.notFound("There is no payment of this appointment."));
        if (payment.status() == PaymentStatus.OPEN) {
            background.run(() -> reconciliation.reconcile(payment.outTradeNo()));
        }
        return new PaymentView(
                payment.outTradeNo(), payment.status(), payment.amount().toString(), payment.expiresAt());
    }

    record PaymentView(String outTradeNo, PaymentStatus status, String amount, Instant expiresAt) {}

    /** @param qrPng picture of the code, 256 × 256, Base64 */
    record OfferView(String outTradeNo, String codeUrl, String qrPng, String amount, Instant expiresAt) {
        static OfferView of(Payment payment, String codeUrl) {
            return new OfferView(
                    payment.outTradeNo(),
                    codeUrl,
                    Base64.getEncoder().encodeToString(QrPicture.png(codeUrl)),
                    payment.amount().toString(),
                    payment.expiresAt());
        }
    }
}
