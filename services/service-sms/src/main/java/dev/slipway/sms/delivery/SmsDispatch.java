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
     * @throws dev.slipway.messaging.consumer.ClaimedElsewhere while somebody else sends it
     */
    public void send(SmsRequested request) {
        String text = text(request);
        boolean sent = deliveries.once(
                request.id(), () -> provider.send(request.id(), request.phone(), request.template(), text));
        if (sent) {
            LOG.info("Sent {} to {}", request, masked(request.phone()));
        } else {
            LOG.debug("{} is sent already", request);
        }
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
