package dev.slipway.platform.verify.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * What service-sms has sent: it marks each message that it is done with for seven days, and the inbox, which stands in
 * for a provider, keeps the texts of each phone for a day.
 */
final class SentMessages {
    private static final int MILLIS = 10_000;
    private static final int AT_ONCE = 1_000;
    private static final String DONE = "done";
    private static final String DELIVERY = "slipway:sms:delivery:";
    private static final String INBOX = "sms:inbox:";
    private static final String INBOX_INDEX = INBOX + "id:";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> arrived = new HashMap<>();

    private SentMessages() {}

    /** How often each message arrived that either of them still tells of, by its id. */
    static Map<String, Integer> count(Stores stores) throws IOException {
        var config = DefaultJedisClientConfig.builder()
                .password(stores.redisPassword())
                .connectionTimeoutMillis(MILLIS)
                .socketTimeoutMillis(MILLIS)
                .build();
        try (Jedis redis = new Jedis(new HostAndPort("127.0.0.1", stores.redis()), config)) {
            var sent = new SentMessages();
            sent.readInboxes(redis);
            sent.readMarks(redis);
            return sent.arrived;
        } catch (JedisException away) {
            throw new IOException("the messages cannot be read", away);
        }
    }

    private void readInboxes(Jedis redis) throws IOException {
        List<String> inboxes = keys(redis, INBOX).stream()
                .filter(key -> !key.startsWith(INBOX_INDEX))
                .toList();
        for (List<String> inbox : all(redis, inboxes, (pipeline, key) -> pipeline.lrange(key, 0, -1))) {
            for (String message : inbox) {
                arrived.merge(json.readTree(message).path("id").asText(), 1, Integer::sum);
            }
        }
    }

    /** A message that the inbox has dropped was sent once at least. */
    private void readMarks(Jedis redis) {
        List<String> keys = keys(redis, DELIVERY);
        List<String> marks = all(redis, keys, Pipeline::get);
        for (int i = 0; i < marks.size(); i++) {
            if (DONE.equals(marks.get(i))) {
                arrived.putIfAbsent(keys.get(i).substring(DELIVERY.length()), 1);
            }
        }
    }

    private static List<String> keys(Jedis redis, String prefix) {
        ScanParams some = new ScanParams().match(prefix + "*").count(AT_ONCE);
        Set<String> keys = new LinkedHashSet<>();
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> found = redis.scan(cursor, some);
            keys.addAll(found.getResult());
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return List.copyOf(keys);
    }

    /** Asks for each of the keys, many at a time. */
    private static <T> List<T> all(Jedis redis, List<String> keys, BiFunction<Pipeline, String, Response<T>> question) {
        List<T> answers = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<Response<T>> some = new ArrayList<>();
            try (Pipeline pipeline = redis.pipelined()) {
                keys.subList(from, Math.min(from + AT_ONCE, keys.size()))
                        .forEach(key -> some.add(question.apply(pipeline, key)));
            }
            some.forEach(answer -> answers.add(answer.get()));
        }
        return answers;
    }
}
