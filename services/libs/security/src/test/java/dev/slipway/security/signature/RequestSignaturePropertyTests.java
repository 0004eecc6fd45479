package dev.slipway.security.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** What docs/hospital-open-api.md promises of every request; queries are written and encoded here in another way. */
class RequestSignaturePropertyTests {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String MAY_STAND = UNRESERVED + "*!'(),;:@/?$";

    record Pair(String name, String value) {}

    /**
     * All that is signed, and the key.
     *
     * @param body an octet each character
     */
    record Call(
            String keyId,
            long time,
            String nonce,
            String key,
            String method,
            String path,
            List<Pair> query,
            String body) {
        byte[] octets() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        String signature(Random way) {
            String raw = written(query, way);
            URI target = URI.create("http://platform" + path + (raw.isEmpty() ? "" : "?" + raw));
            return new RequestSignature(keyId, time, nonce)
                    .headers(key, method, target, octets())
                    .getOrDefault(RequestSignature.SIGNATURE_HEADER, "none");
        }
    }

    @Property
    void howAQueryIsWrittenMakesNoDifference(@ForAll("calls") Call call, @ForAll Random one, @ForAll Random other) {
        assertThat(call.signature(one)).isEqualTo(call.signature(other));
    }

    @Property
    void theTextHasEightLines(@ForAll("calls") Call call, @ForAll Random way) {
        String text = new RequestSignature(call.keyId(), call.time(), call.nonce())
                .canonical(call.method(), call.path(), written(call.query(), way), call.octets());
        String[] lines = text.split("\n", -1);
        assertThat(lines).hasSize(8);
        assertThat(lines[6])
                .isEqualTo(call.query().stream()
                        .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
                        .sorted()
                        .collect(Collectors.joining("&")));
    }

    /** The part is that of another call; where both are equal there is nothing to see. */
    @Property
    void eachPartThatChangesChangesTheSignature(@ForAll("calls") Call call, @ForAll("calls") Call other) {
        List<Call> changed = List.of(
                new Call(other.keyId, call.time, call.nonce, call.key, call.method, call.path, call.query, call.body),
                new Call(call.keyId, other.time, call.nonce, call.key, call.method, call.path, call.query, call.body),
                new Call(call.keyId, call.time, other.nonce, call.key, call.method, call.path, call.query, call.body),
                new Call(call.keyId, call.time, call.nonce, other.key, call.method, call.path, call.query, call.body),
                new Call(call.keyId, call.time, call.nonce, call.key, other.method, call.path, call.query, call.body),
                new Call(call.keyId, call.time, call.nonce, call.key, call.method, other.path, call.query, call.body),
                new Call(call.keyId, call.time, call.nonce, call.key, call.method, call.path, other.query, call.body),
                new Call(call.keyId, call.time, call.nonce, call.key, call.method, call.path, call.query, other.body));
        String signature = call.signature(new Random(1));
        changed.forEach(different ->
                assertThat(different.signature(new Random(2)).equals(signature)).isEqualTo(same(different, call)));
    }

    private static boolean same(Call one, Call other) {
        return one.keyId.equals(other.keyId)
                && one.time == other.time
                && one.nonce.equals(other.nonce)
                && one.key.equals(other.key)
                && one.method.equals(other.method)
                && one.path.equals(other.path)
                && sorted(one.query).equals(sorted(other.query))
                && one.body.equals(other.body);
    }

    private static List<String> sorted(List<Pair> query) {
        return query.stream().map(Pair::toString).sorted().toList();
    }

    /** One bit, wherever it is, and the order of two equal names. */
    @Property
    void aBitOfTheBodyAndAnotherValueOfANameAreSeen(@ForAll("calls") Call call, @ForAll Random where) {
        Assume.that(!call.body.isEmpty());
        StringBuilder flipped = new StringBuilder(call.body);
        int octet = where.nextInt(flipped.length());
        flipped.setCharAt(octet, (char) (flipped.charAt(octet) ^ (1 << where.nextInt(8))));
        String body = flipped.toString();
        String signature = call.signature(where);
        assertThat(new Call(call.keyId, call.time, call.nonce, call.key, call.method, call.path, call.query, body)
                        .signature(where))
                .isNotEqualTo(signature);
        List<Pair> more = new ArrayList<>(call.query);
        more.add(new Pair("a", ""));
        assertThat(new Call(call.keyId, call.time, call.nonce, call.key, call.method, call.path, more, call.body)
                        .signature(where))
                .isNotEqualTo(signature);
    }

    /** In any order, each octet as it stands where it may, else with digits of either case, a blank as a plus too. */
    private static String written(List<Pair> query, Random way) {
        List<Pair> shuffled = new ArrayList<>(query);
        Collections.shuffle(shuffled, way);
        return shuffled.stream()
                .map(pair -> written(pair.name(), way)
                        + (pair.value().isEmpty() && way.nextBoolean() ? "" : "=" + written(pair.value(), way)))
                .collect(Collectors.joining("&"));
    }

    private static String written(String text, Random way) {
        StringBuilder written = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            String digits = "%%%02X".formatted(octet);
            if (octet == ' ' && way.nextBoolean()) {
                written.append('+');
            } else if (MAY_STAND.indexOf(octet) >= 0 && way.nextBoolean()) {
                written.append((char) octet);
            } else {
                written.append(way.nextBoolean() ? digits : digits.toLowerCase(Locale.ROOT));
            }
        }
        return written.toString();
    }

    /** By RFC 3986. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(UNRESERVED.indexOf(octet) >= 0 ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    @Provide
    Arbitrary<Call> calls() {
        Arbitrary<String> words =
                Arbitraries.strings().ofMinLength(16).ofMaxLength(64).withChars(UNRESERVED);
        Arbitrary<List<Pair>> queries = Combinators.combine(texts().ofMinLength(1), texts())
                .as(Pair::new)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(
                        words,
                        Arbitraries.longs().between(1_000_000_000_000L, 9_999_999_999_999L),
                        words,
                        words,
                        Arbitraries.of("GET", "POST", "PUT", "DELETE"),
                        texts().map(text -> "/openapi/hosp/schedules/" + encoded(text)),
                        queries,
                        Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(50))
                .as(Call::new);
    }

    private static StringArbitrary texts() {
        return Arbitraries.strings()
                .withChars("ab&=+%*~ /?;")
                .withCharRange('\u4e00', '\u4e20')
                .ofMaxLength(6);
    }
}
