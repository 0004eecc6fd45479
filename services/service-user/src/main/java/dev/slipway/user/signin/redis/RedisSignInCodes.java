package dev.slipway.user.signin.redis;

import dev.slipway.security.secret.DataCipher;
import dev.slipway.user.phone.Phone;
import dev.slipway.user.signin.SignInCode;
import dev.slipway.user.signin.SignInCodes;
import dev.slipway.user.signin.SignInLimits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Repository;

/** Phones and codes are in Redis as keyed hashes only. Each operation is one script, and so cannot be interleaved. */
@Repository
class RedisSignInCodes implements SignInCodes {
    /** Gives 0 when issued, else the milliseconds until the next code may be asked for. */
    private static final RedisScript<Long> ISSUE = RedisScript.of("""
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local hour, interval, most = 3600000, tonumber(ARGV[3]), tonumber(ARGV[4])
            redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', string.format('%.0f', now - hour))
            local latest = redis.call('ZREVRANGE', KEYS[2], 0, 0, 'WITHSCORES')
            if latest[2] and now < tonumber(latest[2]) + interval then
              return tonumber(latest[2]) + interval - now
            end
            if redis.call('ZCARD', KEYS[2]) >= most then
              local leaving = redis.call('ZREVRANGE', KEYS[2], most - 1, most - 1, 'WITHSCORES')
              return math.max(1, tonumber(leaving[2]) + hour - now)
            end
            redis.call('ZADD', KEYS[2], string.format('%.0f', now), ARGV[5])
            redis.call('PEXPIRE', KEYS[2], hour)
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'code', ARGV[1], 'tries', 0)
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 0
            """, Long.class);

    private static final RedisScript<String> REDEEM = RedisScript.of("""
            local code = redis.call('HGET', KEYS[1], 'code')
            if not code then
              return 'NONE'
            end
            if code == ARGV[1] then
              redis.call('DEL', KEYS[1])
              return 'RIGHT'
            end
            if redis.call('HINCRBY', KEYS[1], 'tries', 1) >= tonumber(ARGV[2]) then
              redis.call('DEL', KEYS[1])
            end
            return 'WRONG'
            """, String.class);

    private final StringRedisTemplate redis;
    private final DataCipher cipher;
    private final Supplier<UUID> ids;

    RedisSignInCodes(StringRedisTemplate redis, DataCipher cipher, Supplier<UUID> ids) {
        this.redis = redis;
        this.cipher = cipher;
        this.ids = ids;
    }

    @Override
    public Issue issue(Phone phone, SignInCode code, SignInLimits limits) {
        long wait = Objects.requireNonNull(redis.execute(
                ISSUE,
                List.of(codeKey(phone), requestsKey(phone)),
                hash(phone, code),
                Long.toString(limits.codeLifetime().toMillis()),
                Long.toString(limits.codeInterval().toMillis()),
                Integer.toString(limits.codesPerHour()),
                ids.get().toString()));
        return wait == 0 ? new Issue.Issued() : new Issue.TooMany(Duration.ofMillis(wait));
    }

    @Override
    public Redemption redeem(Phone phone, SignInCode code, SignInLimits limits) {
        return Redemption.valueOf(Objects.requireNonNull(redis.execute(
                REDEEM, List.of(codeKey(phone)), hash(phone, code), Integer.toString(limits.codeTries()))));
    }

    private String codeKey(Phone phone) {
        return "slipway:user:code:{" + phoneHash(phone) + "}";
    }

    private String requestsKey(Phone phone) {
        return "slipway:user:code-requests:{" + phoneHash(phone) + "}";
    }

    private String phoneHash(Phone phone) {
        return cipher.blindIndex("sign-in-code.phone", phone.number());
    }

    private String hash(Phone phone, SignInCode code) {
        return cipher.blindIndex("sign-in-code", phone.number() + ":" + code.digits());
    }
}
