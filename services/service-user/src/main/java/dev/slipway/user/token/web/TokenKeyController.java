package dev.slipway.user.token.web;

import dev.slipway.user.token.CurrentTokenKey;
import dev.slipway.user.token.TokenKey;
import dev.slipway.user.token.TokenKeys;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys that access tokens are checked with. */
@RestController
class TokenKeyController {
    private final TokenKeys keys;
    private final CurrentTokenKey current;
    private final Clock clock;

    TokenKeyController(TokenKeys keys, CurrentTokenKey current, Clock clock) {
        this.keys = keys;
        this.current = current;
        this.clock = clock;
    }

    /** Read from the database each time: a key that another instance has just begun to sign with is in it. */
    @GetMapping("/.well-known/jwks.json")
    KeySetView keySet() {
        return new KeySetView(keys.published(clock.instant()).stream()
                .map(KeySetView.KeyView::of)
                .toList());
    }

    /** Rotates: the new key signs at once, the old one's tokens stay good until they expire. */
    @PostMapping("/admin/token-keys")
    @ResponseStatus(HttpStatus.CREATED)
    TokenKeyView rotate() {
        TokenKey key = current.rotate();
        return new TokenKeyView(key.id(), key.createdAt());
    }

    record TokenKeyView(String keyId, Instant createdAt) {}
}
