package dev.slipway.messaging.consumer.redis;

import dev.slipway.messaging.consumer.ClaimedElsewhere;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Work that is done once by key: absent → claimed → done. A claim ends by itself, so that a killed claimer's work is
 * taken over; it may then be done a second time, when the first one was killed after the work and before "done" was
 * written. A flushed Redis forgets what was done.
 */
public final class RedisClaims {

    private static final Logger log = LoggerFactory.getLogger(RedisClaims.class);
    private static final String DONE = "done";
    private static final long CLAIMED = -2;
    private static final long DONE_BEFORE = -1;

    private static final RedisScript<Long> CLAIM = RedisScript.of("""
            local state = redis.call('GET', KEYS[1])
            if state == 'done' then return -1 end
            if state then return math.max(0, redis.call('PTTL', KEYS[1])) end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return -2
            """, Long.class);
    private static final RedisScript<Long> RELEASE = RedisScript.of("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """, Long.class);

    private final StringRedisTemplate redis;
    private final Supplier<String> tokens;
    private final Duration claim;
    private final Duration remember;

    /**
     * Claims in this Redis.
     *
     * @param tokens makes a value that no other claimer has
     * @param claim length of a claim; longer than the work can take
     * @param remember how long done work is remembered
     */
    public RedisClaims(StringRedisTemplate redis, Supplier<String> tokens, Duration claim, Duration remember) {
        this.redis = redis;
        this.tokens = tokens;
        this.claim = claim;
        this.remember = remember;
    }

    /**
     * Does the work unless it is done already; an exception of the work ends the claim.
     *
     * @return whether this call did it
     * @throws ClaimedElsewhere when another claim stands
     */
    public boolean once(String key, Runnable work) {
        String token = tokens.get();
        long state = Objects.requireNonNull(redis.execute(CLAIM, List.of(key), token, Long.toString(claim.toMillis())));
        if (state == DONE_BEFORE) {
            return false;
        }
        if (state != CLAIMED) {
            throw new ClaimedElsewhere(Duration.ofMillis(state));
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            release(key, token);
            throw e;
        }
        redis.opsForValue().set(key, DONE, remember);
        return true;
    }

    private void release(String key, String token) {
        try {
            redis.execute(RELEASE, List.of(key), token);
        } catch (DataAccessException e) {
            log.debug("The claim {} will end by itself", key, e);
        }
    }
}
