package dev.slipway.order.delivery;

import dev.slipway.order.configuration.Background;
import dev.slipway.order.transition.AppointmentTransitions.Changed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the hospital as soon as a change is committed. */
@Component
class PromptDelivery {
    private final NoticeDelivery notices;
    private final Background background;

    PromptDelivery(NoticeDelivery notices, Background background) {
        this.notices = notices;
        this.background = background;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(Changed change) {
        switch (change.status()) {
            case PAID, CANCELLED, REFUNDING, EXPIRED -> background.run(() -> notices.deliver(change.number()));
            case REQUESTED, CONFIRMED, FETCHED, REJECTED, REFUNDED -> {}
        }
    }
}
