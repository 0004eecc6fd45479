package dev.slipway.sms.delivery;

import dev.slipway.messaging.consumer.Undeliverable;
import dev.slipway.sms.text.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each message once. Two guards: a claim keeps two consumers from calling the provider for the same message at
 * the same time, and the provider knows the id, which covers a consumer killed between sending and noting it.
 */
public final class SmsDispatch {
    private static final Logger LOG = LoggerFactory.getLogger(SmsDispatch.class);

    private final Deliveries deliveries;
    private final SmsProvider provider;

    public SmsDispatch(Deliveries deliveries, SmsProvider provider) {
        this.deliveries = deliveries;
        this.provider = provider;
    }

    /**
     * Handles one request, which may be a repeated one.
     *
     * @throws Undeliverable when its template or parameters don't exist
     * @throws IllegalStateException while somebody else holds the claim
     */
    public void send(SmsRequested request) {
        String text = text(request);
        switch (deliveries.claim(request.id())) {
            case SENT -> LOG.debug("{} is sent already", request);
            case HELD -> throw new IllegalStateException(request + " is being sent elsewhere");
            case GRANTED -> sendClaimed(request, text);
        }
    }

    private void sendClaimed(SmsRequested request, String text) {
        try {
            provider.send(request.id(), request.phone(), request.template(), text);
        } catch (RuntimeException failed) {
            deliveries.release(request.id());
            throw failed;
        }
        deliveries.sent(request.id());
        LOG.info("Sent {} to {}", request, masked(request.phone()));
    }

    private static String text(SmsRequested request) {
        try {
            return Templates.text(request.template(), request.parameters());
        } catch (IllegalArgumentException unfit) {
            throw new Undeliverable("template " + request.template() + ": " + unfit.getMessage());
        }
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }
}
