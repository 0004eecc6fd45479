package dev.slipway.hosp.signature.redis;

import dev.slipway.security.signature.Nonces;
import java.time.Duration;
import java.util.Objects;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Repository;

/** Used nonces are keys that expire; without Redis nothing can be claimed, and the call is refused. */
@Repository
class RedisNonces implements Nonces {
    private final StringRedisTemplate redis;

    RedisNonces(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public boolean claim(String keyId, String nonce, Duration kept) {
        return Objects.requireNonNull(
                redis.opsForValue().setIfAbsent("slipway:hosp:nonce:" + keyId + ":" + nonce, "", kept));
    }
}
