package dev.slipway.platform.verify.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What service-sms has sent: it marks each message that it is done with for seven days, and the inbox, which stands in
 * for a provider, keeps the texts of each phone for a day.
 */
final class SentMessages {
    private static final int MILLIS = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final String DONE = "done";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> arrived = new HashMap<>();

    private SentMessages() {}

    /** How often each of the messages arrived that these appointments and payments ask for. */
    static Map<String, Integer> count(Stores stores, List<Appointment> appointments, List<Payment> payments)
            throws IOException {
        var config = DefaultJedisClientConfig.builder()
                .password(stores.redisPassword())
                .connectionTimeoutMillis(MILLIS)
                .socketTimeoutMillis(MILLIS)
                .build();
        try (Jedis redis = new Jedis(new HostAndPort("127.0.0.1", stores.redis()), config)) {
            var sent = new SentMessages();
            sent.readInboxes(
                    redis,
                    appointments.stream().map(Appointment::phone).distinct().toList());
            sent.readMarks(redis, List.copyOf(Messages.expected(appointments, payments)));
            return sent.arrived;
        } catch (JedisException away) {
            throw new IOException("the messages cannot be read", away);
        }
    }

    private void readInboxes(Jedis redis, List<String> phones) throws IOException {
        for (List<String> some : parts(phones)) {
            List<Response<List<String>>> inboxes = new ArrayList<>();
            try (Pipeline pipeline = redis.pipelined()) {
                some.forEach(phone -> inboxes.add(pipeline.lrange("sms:inbox:" + phone, 0, -1)));
            }
            for (Response<List<String>> inbox : inboxes) {
                for (String message : inbox.get()) {
                    arrived.merge(json.readTree(message).path("id").asText(), 1, Integer::sum);
                }
            }
        }
    }

    /** A message that the inbox has dropped was sent once at least. */
    private void readMarks(Jedis redis, List<String> ids) {
        for (List<String> some : parts(ids)) {
            List<Response<String>> marks = new ArrayList<>();
            try (Pipeline pipeline = redis.pipelined()) {
                some.forEach(id -> marks.add(pipeline.get("slipway:sms:delivery:" + id)));
            }
            for (int i = 0; i < marks.size(); i++) {
                if (DONE.equals(marks.get(i).get())) {
                    arrived.putIfAbsent(some.get(i), 1);
                }
            }
        }
    }

    private static List<List<String>> parts(List<String> all) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }
}
