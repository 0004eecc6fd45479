package dev.slipway.user.signin;

import dev.slipway.user.account.Accounts;
import dev.slipway.user.signin.SignInRecord.Kind;
import dev.slipway.user.signin.SignInRecord.Outcome;
import dev.slipway.user.wechat.WeChatAccounts;
import dev.slipway.user.wechat.WeChatDesk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signs in by what WeChat's callback brings. */
@Component
public class WeChatSignIn {
    private final WeChatAccounts provider;
    private final WeChatDesk desk;
    private final Accounts accounts;
    private final AccountSignIn signIn;
    private final SignInLog log;

    WeChatSignIn(WeChatAccounts provider, WeChatDesk desk, Accounts accounts, AccountSignIn signIn, SignInLog log) {
        this.provider = provider;
        this.desk = desk;
        this.accounts = accounts;
        this.signIn = signIn;
        this.log = log;
    }

    /** @throws dev.slipway.user.wechat.WeChatUnavailable when WeChat does not answer; the state is used up then */
    public SignInOutcome signIn(String code, String state, String address) {
        Optional<String> openId = desk.takeState(state) ? provider.openId(code) : Optional.empty();
        if (openId.isEmpty()) {
            log.count(Kind.WECHAT, Outcome.REFUSED);
            return new SignInOutcome.Refused();
        }
        return accounts.boundTo(openId.get())
                .map(account -> signIn.open(account.id(), Kind.WECHAT, address, null))
                .orElseGet(() -> new SignInOutcome.PhoneMissing(desk.newBinding(openId.get())));
    }
}
