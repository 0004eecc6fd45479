package dev.slipway.test.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Input that has broken services before. */
final class Hostile {
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\u202Eabc",
            "\uFEFF",
            "😀😀😀",
            "' OR '1'='1",
            "%00",
            "%s%n%d",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "null",
            "-1",
            "0",
            "9223372036854775808",
            "99999999999999999999",
            "1e400",
            "NaN",
            "0000-00-00",
            "2026-02-30",
            "+1000000000-12-31T23:59:59Z",
            "x".repeat(300),
            "中".repeat(5_000));

    /** Pieces of a path or query as they are sent, encoded or not. */
    static final List<String> PIECES = List.of(
            "..", ".", "%2F", "%2f..%2f", "%5C", "%00", "%0D%0AX-A:%20b", "%FF", "%C0%AF", ";a=b", "%E2%80%AE", "*");

    /** Bodies that are no JSON, or hardly. */
    static final List<byte[]> BODIES = Stream.concat(
                    Stream.of(
                                    "",
                                    " ",
                                    "{",
                                    "[]",
                                    "[{}]",
                                    "null",
                                    "true",
                                    "\"text\"",
                                    "{}{}",
                                    "{\"\":1}",
                                    "{'a':1}",
                                    "{\"a\":1e999999999}",
                                    "{\"a\":NaN}",
                                    "{\"a\":1,\"a\":2}",
                                    "\uFEFF{}",
                                    "\u0000",
                                    "<a/>",
                                    "a=b&c=d",
                                    "[".repeat(3_000),
                                    "{\"a\":".repeat(3_000))
                            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                    Stream.of(new byte[] {'{', '"', (byte) 0xc3, '(', '"', ':', '1', '}'}, new byte[] {(byte) 0xff}))
            .toList();

    static final List<Map.Entry<String, String>> HEADERS = List.of(
            Map.entry("Accept", "application/xml"),
            Map.entry("Accept", "image/png, text/*;q=0.1"),
            Map.entry("Accept", "*/*;q=x"),
            Map.entry("Accept", "a"),
            Map.entry("Accept-Charset", "utf-7"),
            Map.entry("Accept-Language", "x-".repeat(200)),
            Map.entry("Content-Type", "text/plain"),
            Map.entry("Content-Type", "application/xml"),
            Map.entry("Content-Type", "application/json;charset=utf-16"),
            Map.entry("Content-Type", "application/json;charset=none"),
            Map.entry("Content-Type", "application/x-www-form-urlencoded"),
            Map.entry("Content-Type", "multipart/form-data"),
            Map.entry("Content-Type", "no type"),
            Map.entry("Content-Encoding", "gzip"),
            Map.entry("traceparent", "00-zz-zz-zz"),
            Map.entry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            Map.entry("b3", "0"),
            Map.entry("If-None-Match", "*"),
            Map.entry("If-Match", "\"x\""),
            Map.entry("If-Modified-Since", "yesterday"),
            Map.entry("Range", "bytes=5-1"),
            Map.entry("Cookie", "a=\"; b=c; $Version=9"),
            Map.entry("Origin", "null"),
            Map.entry("Forwarded", "for=\"_x\";proto=;host=["),
            Map.entry("X-Forwarded-For", "'; DROP TABLE x;--"),
            Map.entry("X-HTTP-Method-Override", "TRACE"));

    private Hostile() {}
}
