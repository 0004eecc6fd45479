package dev.slipway.user.session.redis;

import dev.slipway.user.session.RevocationList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;

/**
 * A sorted set, scored with the time of Redis in milliseconds, so that a reader that remembers the highest score sees
 * every later revocation whatever the clocks of the services say. Members older than any access token are dropped.
 */
@Repository
class RedisRevocationList implements RevocationList {
    private static final String KEY = "slipway:revocations";

    private static final RedisScript<Long> ADD = RedisScript.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', now - 1200000))
            for _, member in ipairs(ARGV) do
              redis.call('ZADD', KEYS[1], string.format('%.0f', now), member)
            end
            redis.call('PEXPIRE', KEYS[1], 1200000)
            return now
            """, Long.class);

    private final StringRedisTemplate redis;

    RedisRevocationList(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void add(Collection<String> members) {
        redis.execute(ADD, List.of(KEY), members.toArray());
    }
}
