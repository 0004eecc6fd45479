package dev.slipway.sms.inbox.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.sms.inbox.Inbox;
import dev.slipway.sms.inbox.InboxMessage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/** List {@code sms:inbox:<phone>}, and a key an id; one script adds to both, so a message is there once or not at all. */
public final class RedisInbox implements Inbox {
    private static final Duration KEPT = Duration.ofDays(1);

    private static final RedisScript<Long> ADD = new DefaultRedisScript<>("""
            if redis.call('SET', KEYS[1], '1', 'NX', 'EX', ARGV[2]) == false then
              return 0
            end
            redis.call('LPUSH', KEYS[2], ARGV[1])
            redis.call('LTRIM', KEYS[2], 0, tonumber(ARGV[3]) - 1)
            redis.call('EXPIRE', KEYS[2], ARGV[2])
            return 1
            """, Long.class);

    private final StringRedisTemplate redis;
    private final ObjectMapper json;

    public RedisInbox(StringRedisTemplate redis, ObjectMapper json) {
        this.redis = redis;
        this.json = json;
    }

    @Override
    public void add(String phone, InboxMessage message) {
        redis.execute(
                ADD,
                List.of("sms:inbox:id:" + message.id(), key(phone)),
                write(message),
                Long.toString(KEPT.toSeconds()),
                Integer.toString(MOST));
    }

    @Override
    public List<InboxMessage> of(String phone) {
        List<String> found = redis.opsForList().range(key(phone), 0, MOST - 1L);
        return found == null ? List.of() : found.stream().map(this::read).toList();
    }

    private static String key(String phone) {
        return "sms:inbox:" + phone;
    }

    private String write(InboxMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    private InboxMessage read(String text) {
        try {
            return json.readValue(text, InboxMessage.class);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }
}
