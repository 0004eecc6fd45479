package dev.slipway.sms.text;

import java.util.Map;

/** The messages this platform sends, by name. Their texts are approved by the provider, so they are code. */
public final class Templates {
    private static final String VISIT = "{patient} {date} {session} {hospital} {department}";

    private static final Map<String, Template> TEMPLATES = Map.of(
            "sign-in-code", new Template("【Slipway】您的登录验证码为 {code}，{minutes} 分钟内有效。请勿告诉他人。"),
            "appointment-confirmed", new Template("【Slipway】" + VISIT + " 预约成功，挂号费 {fee} 元，请在 {time} 前支付，逾期自动取消。"),
            "appointment-cancelled", new Template("【Slipway】" + VISIT + " 的预约已取消。"),
            "appointment-expired", new Template("【Slipway】" + VISIT + " 的预约因未按时支付已取消。"),
            "visit-reminder", new Template("【Slipway】提醒：" + VISIT + " 就诊，请于{time}到{address}取号。"),
            "payment-completed", new Template("【Slipway】" + VISIT + " 的挂号费 {fee} 元已支付。"),
            "payment-refunded", new Template("【Slipway】" + VISIT + " 的挂号费 {fee} 元已退款，请注意查收。"));

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
