package dev.slipway.web.live;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;

/** What one question to Nacos brought. */
sealed interface Fetched {

    record Text(String text) implements Fetched {}

    /** Nacos answered and has no such document. */
    record Absent() implements Fetched {}

    /** Nacos did not answer. */
    record Away(String reason) implements Fetched {}

    static Fetched ask(ConfigService nacos, Document document, long timeoutMillis) {
        try {
            String text = nacos.getConfig(document.dataId(), document.group(), timeoutMillis);
            if (text != null) {
                return new Text(text);
            }
            return "UP".equals(nacos.getServerStatus()) ? new Absent() : new Away("no connection");
        } catch (NacosException e) {
            return new Away(e.getErrMsg());
        }
    }
}
