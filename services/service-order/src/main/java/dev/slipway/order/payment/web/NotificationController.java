package dev.slipway.order.payment.web;

import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.payment.PaymentNotifications;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the provider's notifications arrive; open to everybody, believed only when they are signed. */
@RestController
class NotificationController {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationController.class);
    private static final int LARGEST = 64 * 1024;
    private static final String EXAMPLE = """
            {
              "id": "EV-2026112500000000001",
              "event_type": "TRANSACTION.SUCCESS",
              "resource_type": "encrypt-resource",
              "resource": {
                "algorithm": "AEAD_AES_256_GCM",
                "ciphertext": "…",
                "nonce": "…",
                "associated_data": "transaction"
              }
            }
            """;

    private final PaymentNotifications notifications;

    NotificationController(PaymentNotifications notifications) {
        this.notifications = notifications;
    }

    /** The bytes are read as they came: they are what was signed. */
    @Operation(
            summary = "What the payment provider tells",
            description = "Believed only with the provider's signature over the very bytes of the body.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(EXAMPLE))))
    @Parameter(in = ParameterIn.HEADER, name = "Wechatpay-Serial", description = "Of the certificate that signed")
    @Parameter(in = ParameterIn.HEADER, name = "Wechatpay-Timestamp", description = "Seconds")
    @Parameter(in = ParameterIn.HEADER, name = "Wechatpay-Nonce")
    @Parameter(in = ParameterIn.HEADER, name = "Wechatpay-Signature")
    @Parameter(in = ParameterIn.HEADER, name = "Cashier-Timestamp", description = "Of the fake cashier; seconds")
    @Parameter(in = ParameterIn.HEADER, name = "Cashier-Signature", description = "Of the fake cashier")
    @PostMapping("/api/payments/wechat/notifications")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw ProblemException.of(HttpStatus.PAYLOAD_TOO_LARGE, "payload-too-large", "The body is too large.");
        }
        try {
            notifications.receive(request::getHeader, new String(body, StandardCharsets.UTF_8));
        } catch (NotGenuine refused) {
            LOG.warn("A payment notification is not genuine: {}", refused.getMessage());
            throw ProblemException.of(
                    HttpStatus.UNAUTHORIZED, "wrong-signature", "The notification is not signed by the provider.");
        }
    }
}
