package dev.slipway.platform.stack.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What Nacos knows about instances, asked as its administrator. */
public final class NacosCatalogue {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;

    private final Http http;
    private final int port;
    private final String password;
    private volatile @Nullable String token;

    public NacosCatalogue(Http http, int port, String password) {
        this.http = http;
        this.port = port;
        this.password = password;
    }

    /** Whether callers that ask Nacos are sent to the instance on this port. */
    public boolean listsHealthy(String service, int instancePort) throws IOException, InterruptedException {
        String path = "/nacos/v3/admin/ns/instance/list?groupName=DEFAULT_GROUP&serviceName=" + service;
        HttpResponse<String> answer = http.get(port, path + "&accessToken=" + encode(token()));
        if (answer.statusCode() != OK) {
            token = null;
            return false;
        }
        for (JsonNode instance : JSON.readTree(answer.body()).path("data")) {
            if (instance.path("port").asInt() == instancePort
                    && instance.path("healthy").asBoolean()
                    && instance.path("enabled").asBoolean()) {
                return true;
            }
        }
        return false;
    }

    private String token() throws IOException, InterruptedException {
        String known = token;
        if (known == null) {
            HttpResponse<String> answer =
                    http.post(port, "/nacos/v3/auth/user/login", "username=nacos&password=" + encode(password));
            if (answer.statusCode() != OK) {
                throw new IOException("Nacos refuses its administrator (" + answer.statusCode() + ")");
            }
            known = JSON.readTree(answer.body()).path("accessToken").asText();
            token = known;
        }
        return known;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
