package dev.slipway.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.slipway.security.signature.SignatureCheck;
import dev.slipway.security.signature.SignatureVerdict;
import dev.slipway.security.signature.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A hospital by the contract: it checks each signature, keeps a ledger, and misbehaves as it is told. */
final class StandInHospital extends StandIn {
    static final String KEY = "the-signing-key-of-the-hospital-in-the-tests";

    private static final Pattern ORDER = Pattern.compile("/api/hospitals/H1001/orders/([^/]+)(/paid|/cancelled)?");

    /** What it does with the next submissions. */
    enum Mood {
        KIND,
        /** Drops the connection before it looks at the order. */
        DROP_BEFORE,
        /** Keeps the order and then drops the connection. */
        DROP_AFTER,
        /** Keeps the order and answers 500. */
        FAIL_AFTER,
        /** Answers 200 with a body that is no answer. */
        TALK_NONSENSE,
        REJECT,
        /** Keeps the order at once and answers when {@link #open} is called. */
        LATE,
        /** Does nothing with the order until {@link #open} is called, and then drops it. */
        STUCK_BEFORE
    }

    volatile Mood mood = Mood.KIND;
    /** Answers nothing but 503, also to questions. */
    volatile boolean closed;

    volatile int capacity = Integer.MAX_VALUE;
    volatile String fetchTime = "就诊当天 09:30 前";
    volatile String fetchAddress = "一层 9 号窗口";
    /** Those who tell it of something wait here, before it takes note. */
    volatile CountDownLatch listening = new CountDownLatch(0);

    volatile Duration listeningTakes = Duration.ZERO;
    final AtomicInteger telling = new AtomicInteger();
    volatile CountDownLatch open = new CountDownLatch(0);
    final AtomicInteger waiting = new AtomicInteger();
    final List<String> refusedSignatures = new ArrayList<>();

    private final Map<String, Map<String, Object>> orders = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final SignatureCheck check = new SignatureCheck(
            id -> id.equals("H1001-1") ? Optional.of(new SigningKey("H1001", KEY)) : Optional.empty(),
            (id, nonce, kept) -> nonces.add(nonce),
            Clock.systemUTC());

    @Override
    @Nullable
    Reply answer(HttpExchange call, byte[] body) {
        String path = call.getRequestURI().getRawPath();
        SignatureVerdict verdict = check.check(
                name -> call.getRequestHeaders().getFirst(name),
                call.getRequestMethod(),
                path,
                call.getRequestURI().getRawQuery(),
                body);
        if (verdict instanceof SignatureVerdict.Refused refused) {
            refusedSignatures.add(refused.code());
            return Reply.of(401);
        }
        if (closed) {
            return Reply.of(503);
        }
        Matcher order = ORDER.matcher(path);
        if (order.matches()) {
            String number = order.group(1);
            return order.group(2) == null
                    ? found(number)
                    : heard(number, order.group(2).substring(1));
        }
        return submitted(body);
    }

    private Reply heard(String number, String what) {
        telling.incrementAndGet();
        try {
            Thread.sleep(listeningTakes.toMillis());
            return listening.await(20, TimeUnit.SECONDS) ? told(number, what) : Reply.of(504);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Reply.of(504);
        } finally {
            telling.decrementAndGet();
        }
    }

    private @Nullable Reply submitted(byte[] body) {
        Mood now = mood;
        if (now == Mood.DROP_BEFORE) {
            return null;
        }
        if (now == Mood.STUCK_BEFORE) {
            late(Reply.of(503));
            return null;
        }
        Reply reply = keep(body, now == Mood.REJECT);
        return switch (now) {
            case DROP_AFTER -> null;
            case FAIL_AFTER -> Reply.of(500);
            case TALK_NONSENSE -> new Reply(200, List.of("nonsense"));
            case LATE -> late(reply);
            case KIND, REJECT, DROP_BEFORE, STUCK_BEFORE -> reply;
        };
    }

    private Reply late(Reply reply) {
        waiting.incrementAndGet();
        try {
            boolean opened = open.await(20, TimeUnit.SECONDS);
            return opened ? reply : Reply.of(504);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Reply.of(504);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private synchronized Reply keep(byte[] body, boolean reject) {
        JsonNode sent = json(body);
        String number = sent.at("/number").asText();
        log.add("submit " + number);
        Map<String, Object> known = orders.get(number);
        if (known == null) {
            known = new HashMap<>();
            known.put("number", number);
            known.put("schedule", sent.at("/hospitalScheduleId").asText());
            boolean refused = reject || held(sent.at("/hospitalScheduleId").asText()) >= capacity;
            known.put("status", refused ? "rejected" : "confirmed");
            known.put("hospitalRecordId", "R" + number.substring(8));
            known.put("sequenceNumber", orders.size() + 1);
            known.put("fetchTime", fetchTime);
            known.put("fetchAddress", fetchAddress);
            known.put("reason", "号源已满");
            orders.put(number, known);
        }
        return List.of("rejected", "cancelled").contains(status(known))
                ? new Reply(422, Map.of("code", "rejected", "detail", "号源已满"))
                : new Reply(201, known);
    }

    private synchronized Reply found(String number) {
        log.add("find " + number);
        Map<String, Object> known = orders.get(number);
        return known == null ? Reply.of(404) : new Reply(200, known);
    }

    private synchronized Reply told(String number, String what) {
        log.add(what + " " + number);
        Map<String, Object> known = orders.get(number);
        if (known == null) {
            if (what.equals("paid")) {
                return Reply.of(404);
            }
            orders.put(number, new HashMap<>(Map.of("number", number, "schedule", "", "status", "cancelled")));
            return Reply.of(204);
        }
        if (what.equals("paid") && status(known).equals("cancelled")) {
            return Reply.of(409);
        }
        if (what.equals("cancelled") && status(known).equals("fetched")) {
            return Reply.of(409);
        }
        known.put("status", what);
        return Reply.of(204);
    }

    /** As if a clerk had given the number out and not asked the platform. */
    synchronized void fetchSilently(String number) {
        orders.computeIfPresent(number, (key, order) -> {
            order.put("status", "fetched");
            return order;
        });
    }

    /** As if a clerk had cancelled it and the platform was not told. */
    synchronized void cancelSilently(String number) {
        orders.computeIfPresent(number, (key, order) -> {
            order.put("status", "cancelled");
            return order;
        });
    }

    /** How many it holds for a schedule of its own. */
    synchronized long held(String schedule) {
        return orders.values().stream()
                .filter(order -> schedule.equals(order.get("schedule"))
                        && List.of("confirmed", "paid", "fetched").contains(status(order)))
                .count();
    }

    synchronized String status(String number) {
        Map<String, Object> known = orders.get(number);
        return known == null ? "absent" : status(known);
    }

    static String recordId(String number) {
        return "R" + number.substring(8);
    }

    synchronized Set<String> numbers() {
        return new HashSet<>(orders.keySet());
    }

    synchronized List<String> log(String number) {
        return log.stream().filter(line -> line.endsWith(number)).toList();
    }

    private static String status(Map<String, Object> order) {
        return String.valueOf(order.get("status"));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
