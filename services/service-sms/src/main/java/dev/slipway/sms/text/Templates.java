package dev.slipway.sms.text;

import java.util.Map;

/** The messages this platform sends, by name. Their texts are approved by the provider, so they are code. */
public final class Templates {
    private static final Map<String, Template> TEMPLATES =
            Map.of("sign-in-code", new Template("【Slipway】您的登录验证码为 {code}，{minutes} 分钟内有效。请勿告诉他人。"));

    private Templates() {}

    /** @throws IllegalArgumentException for an unknown template or parameters that don't fit; holds no values */
    public static String text(String template, Map<String, String> parameters) {
        Template known = TEMPLATES.get(template);
        if (known == null) {
            throw new IllegalArgumentException("there is no template of this name");
        }
        return known.fill(parameters);
    }
}
