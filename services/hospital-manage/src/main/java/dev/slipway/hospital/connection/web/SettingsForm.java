package dev.slipway.hospital.connection.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they are typed; the text form does not show the key.
 *
 * @param platformUrl empty: the configured address
 * @param key empty: stays as it is
 */
record SettingsForm(
        @NotNull
        @Pattern(regexp = "|https?://[A-Za-z0-9.\\[\\]:-]{1,150}/?", message = "以 http:// 或 https:// 开头的地址，不含路径")
        String platformUrl,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}", message = "1 到 64 个字母、数字、下划线或连字符")
        String keyId,

        @NotNull @Pattern(regexp = "|\\S{16,200}", message = "16 到 200 个字符，不含空格")
        String key) {
    @Nullable
    URI url() {
        return platformUrl.isEmpty() ? null : URI.create(platformUrl);
    }

    @Override
    public String toString() {
        return "SettingsForm[" + platformUrl + ", " + keyId + "]";
    }
}
