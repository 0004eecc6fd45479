package dev.slipway.sms.inbox.web;

import dev.slipway.sms.inbox.Inbox;
import dev.slipway.sms.inbox.InboxMessage;
import dev.slipway.web.page.ItemList;
import jakarta.validation.constraints.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Anyone may read anyone's messages here, so it exists only where no real telephone is. */
@RestController
@Profile({"local", "dev"})
class InboxController {
    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/api/dev/inbox/{phone}")
    ItemList<InboxMessage> of(@PathVariable @Pattern(regexp = "1[3-9]\\d{9}") String phone) {
        return new ItemList<>(inbox.of(phone));
    }
}
