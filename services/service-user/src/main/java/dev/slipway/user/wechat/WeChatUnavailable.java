package dev.slipway.user.wechat;

/** WeChat did not answer, or not as documented. */
public final class WeChatUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WeChatUnavailable(String what) {
        super(what);
    }
}
