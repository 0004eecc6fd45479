package dev.slipway.order.payment.web;

import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.payment.PaymentNotifications;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
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

    private final PaymentNotifications notifications;

    NotificationController(PaymentNotifications notifications) {
        this.notifications = notifications;
    }

    /** The bytes are read as they came: they are what was signed. */
    @Hidden
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
