package dev.slipway.user.wechat;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Stands in for WeChat where nobody has an application there: the code {@code fake-<open id>} is the account
 * {@code <open id>}, and the page with the QR code is the callback itself.
 */
@Component
@Profile({"local", "dev"})
class FakeWeChatAccounts implements WeChatAccounts {
    private static final Pattern CODE = Pattern.compile("fake-([A-Za-z0-9_-]{1,40})");

    private final URI callback;

    FakeWeChatAccounts(WeChatSettings settings) {
        this.callback = settings.redirectUri();
    }

    @Override
    public QrParameters qrParameters(String state) {
        String page = UriComponentsBuilder.fromUri(callback)
                .queryParam("code", "fake-visitor")
                .queryParam("state", state)
                .toUriString();
        return new QrParameters("fake", "snsapi_login", callback.toString(), page);
    }

    @Override
    public Optional<String> openId(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
