package dev.slipway.oss.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FileLinksTests {
    private static final Instant NOW = Instant.parse("2031-03-05T10:00:00Z");
    private static final FileId ID = new FileId("0123456789abcdef0123456789abcdef");
    private static final String KEY = "a-signing-key-for-these-tests-only-0";

    private final FileLinks links = at(KEY, Duration.ZERO);

    private static FileLinks at(String key, Duration later) {
        return new FileLinks(key, Duration.ofHours(1), Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    @Test
    void aLinkWorksUntilItEnds() {
        assertThat(valid(links, links.link(ID))).isTrue();
        assertThat(valid(at(KEY, Duration.ofSeconds(3599)), links.link(ID))).isTrue();
        assertThat(valid(at(KEY, Duration.ofHours(1)), links.link(ID))).isFalse();
    }

    @Test
    void aLinkFurtherAheadThanAllowedIsNone() {
        String fromTheFuture = at(KEY, Duration.ofHours(2)).link(ID);
        assertThat(valid(links, fromTheFuture)).isFalse();
    }

    @Test
    void anotherKeyFileOrTimeDoesNotFit() {
        String link = links.link(ID);
        assertThat(valid(at(KEY + "1", Duration.ZERO), link)).isFalse();
        assertThat(links.valid(new FileId("f".repeat(32)), part(link, "expires"), part(link, "signature")))
                .isFalse();
        assertThat(links.valid(ID, "1930471200", part(link, "signature"))).isFalse();
        assertThat(links.valid(ID, null, part(link, "signature"))).isFalse();
        assertThat(links.valid(ID, part(link, "expires"), null)).isFalse();
        assertThat(links.valid(ID, "-1", part(link, "signature"))).isFalse();
        assertThat(links.valid(ID, part(link, "expires"), "é")).isFalse();
    }

    private static boolean valid(FileLinks links, String link) {
        return links.valid(ID, part(link, "expires"), part(link, "signature"));
    }

    private static String part(String link, String name) {
        return link.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }
}
