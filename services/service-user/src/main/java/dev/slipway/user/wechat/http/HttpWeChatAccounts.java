package dev.slipway.user.wechat.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.user.wechat.WeChatAccounts;
import dev.slipway.user.wechat.WeChatSettings;
import dev.slipway.user.wechat.WeChatUnavailable;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * WeChat's website sign-in. Without an application id it is switched off: every call says that WeChat is unavailable.
 * A code is exchanged once and never retried, because WeChat takes each code once.
 */
@Component
@Profile("!local & !dev")
class HttpWeChatAccounts implements WeChatAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(HttpWeChatAccounts.class);

    /** Not valid, and used before: what WeChat's error codes say of the code alone. */
    private static final Set<Integer> CODE_REFUSED = Set.of(40029, 40163);

    private final WeChatSettings settings;
    private final String secret;
    private final ObjectMapper json;
    private final RestClient client;

    HttpWeChatAccounts(WeChatSettings settings, Environment environment, ObjectMapper json) {
        this.settings = settings;
        this.secret = environment.getProperty("wechat-secret", "");
        this.json = json;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
        requests.setReadTimeout(settings.timeout());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.apiUrl().toString())
                .build();
    }

    @Override
    public QrParameters qrParameters(String state) {
        requireApplication();
        String page = UriComponentsBuilder.fromUri(settings.authorizeUrl())
                .queryParam("appid", settings.appId())
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("response_type", "code")
                .queryParam("scope", "snsapi_login")
                .queryParam("state", "{state}")
                .fragment("wechat_redirect")
                .encode()
                .buildAndExpand(settings.redirectUri().toString(), state)
                .toUriString();
        return new QrParameters(
                settings.appId(), "snsapi_login", settings.redirectUri().toString(), page);
    }

    @Override
    public Optional<String> openId(String code) {
        requireApplication();
        Exchange exchange = exchange(code);
        if (exchange.openid() != null) {
            return Optional.of(exchange.openid());
        }
        if (exchange.errcode() != null && CODE_REFUSED.contains(exchange.errcode())) {
            return Optional.empty();
        }
        throw unavailable(exchange.errcode() == null ? "without an open id" : "with error " + exchange.errcode());
    }

    /** WeChat answers errors with 200 too, and calls its JSON text/plain. */
    private Exchange exchange(String code) {
        try {
            String body = client.get()
                    .uri(
                            "/sns/oauth2/access_token?appid={app}&secret={secret}&code={code}&grant_type=authorization_code",
                            settings.appId(),
                            secret,
                            code)
                    .retrieve()
                    .body(String.class);
            return json.readValue(body == null ? "" : body, Exchange.class);
        } catch (RestClientException | JsonProcessingException failed) {
            // The cause may name the address with the application's secret in it.
            throw unavailable("not as documented: " + failed.getClass().getName());
        }
    }

    /** A wrong secret, say, is told nowhere else: the caller learns only that it is not his fault. */
    private static WeChatUnavailable unavailable(String how) {
        LOG.warn("WeChat answered {}", how);
        return new WeChatUnavailable("WeChat answered " + how);
    }

    private void requireApplication() {
        if (settings.appId().isEmpty() || secret.isEmpty()) {
            throw new WeChatUnavailable("No WeChat application is configured");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Exchange(@Nullable String openid, @Nullable Integer errcode) {}
}
