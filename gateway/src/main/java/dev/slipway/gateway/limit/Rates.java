package dev.slipway.gateway.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Mono;

/**
 * Rates counted in Redis, so that they hold over all gateways: the generic cell rate algorithm, one key a subject
 * that holds the time up to which its allowance is used. Redis' clock is the only one.
 */
final class Rates {
    private static final RedisScript<Long> SPEND = new DefaultRedisScript<>("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local limit = tonumber(ARGV[1])
            local per = tonumber(ARGV[2])
            local each = per / limit
            local used = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
            local wait = used + each - now - per
            if wait > 0 then return math.ceil(wait) end
            redis.call('SET', KEYS[1], string.format('%.3f', used + each), 'PX', math.ceil(used + each - now) + 1)
            return 0
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;

    Rates(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Takes one from the subject's allowance; the answer is how long to wait when there is none left, else zero. */
    Mono<Duration> spend(String subject, CodeLimitSettings.Rate rate) {
        List<String> arguments =
                List.of(Integer.toString(rate.limit()), Long.toString(rate.per().toMillis()));
        return redis.execute(SPEND, List.of("slipway:limit:" + subject), arguments)
                .next()
                .map(Duration::ofMillis);
    }
}
