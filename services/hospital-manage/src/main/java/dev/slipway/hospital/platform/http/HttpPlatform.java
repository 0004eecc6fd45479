package dev.slipway.hospital.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.platform.DepartmentUpload;
import dev.slipway.hospital.platform.HospitalUpload;
import dev.slipway.hospital.platform.Platform;
import dev.slipway.hospital.platform.PlatformAnswer;
import dev.slipway.hospital.platform.PlatformAnswer.Unreachable;
import dev.slipway.hospital.platform.PlatformSettings;
import dev.slipway.hospital.platform.ScheduleUpload;
import dev.slipway.security.signature.RequestSignature;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Signs each attempt anew: a nonce is good for one. */
@Component
class HttpPlatform implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPlatform.class);
    private static final byte[] NOTHING = new byte[0];

    private final PlatformSettings settings;
    private final RestClient client;
    private final ObjectMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;

    HttpPlatform(
            PlatformSettings settings, RestClient.Builder builder, ObjectMapper json, Supplier<UUID> ids, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.answerTimeout());
        this.client = builder.requestFactory(requests).build();
    }

    @Override
    public PlatformAnswer saveHospital(Connection connection, HospitalUpload hospital) {
        return call(connection, HttpMethod.PUT, bytes(hospital), "hospital");
    }

    @Override
    public PlatformAnswer saveDepartments(Connection connection, List<DepartmentUpload> departments) {
        return call(connection, HttpMethod.POST, bytes(new Items<>(departments)), "departments");
    }

    @Override
    public PlatformAnswer removeDepartment(Connection connection, String code) {
        return call(connection, HttpMethod.DELETE, NOTHING, "departments", code);
    }

    @Override
    public PlatformAnswer saveSchedules(Connection connection, List<ScheduleUpload> schedules) {
        return call(connection, HttpMethod.POST, bytes(new Items<>(schedules)), "schedules");
    }

    @Override
    public PlatformAnswer removeSchedule(Connection connection, String id) {
        return call(connection, HttpMethod.DELETE, NOTHING, "schedules", id);
    }

    @Override
    public PlatformAnswer numberFetched(Connection connection, String recordId) {
        return call(connection, HttpMethod.POST, NOTHING, "appointments", recordId, "fetched");
    }

    @Override
    public PlatformAnswer orderCancelled(Connection connection, String recordId) {
        return call(connection, HttpMethod.POST, NOTHING, "appointments", recordId, "cancelled");
    }

    private record Items<T>(List<T> items) {}

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PlatformAnswer call(Connection connection, HttpMethod method, byte[] body, String... path) {
        URI base = connection.platformUrl() == null ? settings.url() : connection.platformUrl();
        URI target = UriComponentsBuilder.fromUri(base)
                .pathSegment("openapi", "hosp")
                .pathSegment(path)
                .encode()
                .build()
                .toUri();
        PlatformAnswer answer = attempt(connection, method, target, body);
        for (int attempt = 1; attempt < settings.attempts() && answer instanceof Unreachable away; attempt++) {
            LOG.debug("{} {} is tried again: {}", method, target, away.reason());
            pause(attempt);
            answer = attempt(connection, method, target, body);
        }
        return answer;
    }

    private PlatformAnswer attempt(Connection connection, HttpMethod method, URI target, byte[] body) {
        var signature = new RequestSignature(
                connection.keyId(), clock.millis(), ids.get().toString().replace("-", ""));
        try {
            return client.method(method)
                    .uri(target)
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                    .headers(headers -> signature
                            .headers(connection.key(), method.name(), target, body)
                            .forEach(headers::set))
                    .body(body)
                    .exchange((request, response) -> Answers.read(response, json));
        } catch (ResourceAccessException away) {
            Throwable cause = away.getMostSpecificCause();
            return new Unreachable(cause.getClass().getSimpleName());
        }
    }

    /** Twice as long each time, and never the same for two that failed together. */
    private void pause(int attempt) {
        long millis = settings.pause().toMillis() << (attempt - 1);
        try {
            Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
