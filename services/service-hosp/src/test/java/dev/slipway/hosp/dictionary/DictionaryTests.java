package dev.slipway.hosp.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withException;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withResourceNotFound;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withServerError;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

class DictionaryTests {
    private static final String GRADES = "http://service-cmn/api/dictionaries/hospital-grade";
    private static final Instant START = Instant.parse("2026-11-25T01:00:00Z");

    private final RestClient.Builder builder = RestClient.builder();
    private final MockRestServiceServer server =
            MockRestServiceServer.bindTo(builder).build();
    private final MovableClock clock = new MovableClock();
    private final Dictionary dictionary = new Dictionary(builder.build(), clock);

    private static final class MovableClock extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void namesAreAskedForOnceAndSurviveAnOutage() {
        server.expect(ExpectedCount.once(), requestTo(GRADES))
                .andRespond(withSuccess(
                        "{\"items\":[{\"value\":\"1\",\"name\":\"三级甲等\",\"id\":\"101\"}]}",
                        MediaType.APPLICATION_JSON));
        server.expect(ExpectedCount.once(), requestTo(GRADES)).andRespond(withException(new IOException("away")));
        Grades grades = new Grades(dictionary, clock);
        assertThat(grades.name("1")).isEqualTo("三级甲等");
        assertThat(grades.name("9")).isEqualTo("9");
        clock.now = START.plus(Duration.ofHours(1));
        assertThat(grades.name("1")).isEqualTo("三级甲等");
        assertThat(grades.name("1")).as("asked no more for a moment").isEqualTo("三级甲等");
        server.verify();
    }

    @Test
    void aValueIsUnknownOnlyWhenTheDictionarySaysSo() {
        server.expect(ExpectedCount.once(), requestTo(GRADES + "/values/1"))
                .andRespond(withSuccess("{}", MediaType.APPLICATION_JSON));
        server.expect(ExpectedCount.once(), requestTo(GRADES + "/values/9")).andRespond(withResourceNotFound());
        server.expect(ExpectedCount.once(), requestTo(GRADES + "/values/2")).andRespond(withServerError());
        assertThat(dictionary.known("hospital-grade", "1")).isTrue();
        assertThat(dictionary.known("hospital-grade", "9")).isFalse();
        assertThat(dictionary.known("hospital-grade", "9")).as("remembered").isFalse();
        assertThat(dictionary.known("hospital-grade", "2")).isTrue();
        assertThat(dictionary.known("hospital-grade", "3")).as("left alone").isTrue();
        server.verify();
    }
}
