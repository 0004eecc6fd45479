package dev.slipway.user.signin;

import dev.slipway.user.account.Accounts;
import dev.slipway.user.phone.Phone;
import dev.slipway.user.signin.SignInCodes.Redemption;
import dev.slipway.user.signin.SignInRecord.Kind;
import dev.slipway.user.signin.SignInRecord.Outcome;
import dev.slipway.user.wechat.WeChatDesk;
import dev.slipway.web.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs in by phone and code; the first time registers. */
@Component
public class CodeSignIn {
    private final SignInCodes codes;
    private final Live<SignInLimits> limits;
    private final Accounts accounts;
    private final AccountSignIn signIn;
    private final WeChatDesk weChat;
    private final SignInLog log;

    CodeSignIn(
            SignInCodes codes,
            Live<SignInLimits> limits,
            Accounts accounts,
            AccountSignIn signIn,
            WeChatDesk weChat,
            SignInLog log) {
        this.codes = codes;
        this.limits = limits;
        this.accounts = accounts;
        this.signIn = signIn;
        this.weChat = weChat;
        this.log = log;
    }

    /** Whether the phone is known, or locked, is only looked at after the right code. */
    public SignInOutcome signIn(Phone phone, SignInCode code, @Nullable String bindingToken, String address) {
        if (bindingToken != null && !weChat.hasBinding(bindingToken)) {
            return new SignInOutcome.BindingLost();
        }
        Redemption redemption = codes.redeem(phone, code, limits.get());
        if (redemption != Redemption.RIGHT) {
            refused(phone, redemption, address);
            return new SignInOutcome.Refused();
        }
        String openId =
                bindingToken == null ? null : weChat.takeBinding(bindingToken).orElse(null);
        if (bindingToken != null && openId == null) {
            return new SignInOutcome.BindingLost();
        }
        return signIn.open(accounts.registered(phone).id(), Kind.CODE, address, openId);
    }

    /** Guesses at a phone without a code are counted only: a row each would let anyone fill the table. */
    private void refused(Phone phone, Redemption redemption, String address) {
        if (redemption == Redemption.WRONG) {
            log.record(Kind.CODE, Outcome.REFUSED, address, null, phone.number());
        } else {
            log.count(Kind.CODE, Outcome.REFUSED);
        }
    }
}
