package dev.slipway.web.live;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.common.utils.MD5Utils;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One kind of rules at what a document in Nacos says; a text refused leaves the rules before it in force. */
final class FollowedRules<R> implements DocumentUser {

    private static final Logger log = LoggerFactory.getLogger(FollowedRules.class);
    private static final long TIMEOUT_MILLIS = 3_000;
    private static final String TYPE = "json";
    private static final String ENCODING = "UTF-8";

    private final RuleKind<R> kind;
    private final Document document;
    private final RuleText text;
    private final ConfigService nacos;
    private final LiveStart start;
    private final Rejections rejections;

    private volatile List<R> inForce = List.of();
    private volatile @Nullable String accepted;

    FollowedRules(
            RuleKind<R> kind,
            Document document,
            RuleText text,
            ConfigService nacos,
            LiveStart start,
            Rejections rejections) {
        this.kind = kind;
        this.document = document;
        this.text = text;
        this.nacos = nacos;
        this.start = start;
        this.rejections = rejections;
    }

    @Override
    public void subscribeTo(NacosFeed feed) {
        String received = start.away()
                ? null
                : Fetched.ask(nacos, document, TIMEOUT_MILLIS) instanceof Fetched.Text answer ? answer.text() : null;
        String copy = start.copies().text(document).orElse(null);
        if (received != null && load(received)) {
            start.copies().keep(document, received);
            feed.subscribe(document, received, null, this::use);
        } else {
            boolean used = copy != null && load(copy);
            feed.subscribe(document, used ? copy : null, received, this::use);
        }
    }

    private boolean load(String rules) {
        try {
            use(rules);
            return true;
        } catch (ConfigurationRefused refused) {
            rejections.report(document, refused);
            return false;
        }
    }

    /**
     * Has Nacos keep rules that were set elsewhere, and with it every instance; those that it does not take are in force
     * nowhere.
     */
    void set(Collection<R> rules) throws Exception {
        try {
            String written = text.write(kind, rules);
            List<R> whole = text.parse(kind, written);
            if (!publish(written)) {
                throw new ConfigurationRefused("-", "set while Nacos holds another text than the one in force here");
            }
            accept(whole, written);
        } catch (ConfigurationRefused refused) {
            kind.load().accept(inForce);
            rejections.report(document, refused);
            throw refused;
        } catch (NacosException away) {
            kind.load().accept(inForce);
            throw away;
        }
    }

    private void accept(List<R> whole, String rules) {
        inForce = whole;
        accepted = rules;
    }

    private boolean publish(String written) throws NacosException {
        String before = accepted;
        return before == null
                ? nacos.publishConfig(document.dataId(), document.group(), written, TYPE)
                : nacos.publishConfigCas(
                        document.dataId(), document.group(), written, MD5Utils.md5Hex(before, ENCODING), TYPE);
    }

    private void use(String rules) throws ConfigurationRefused {
        List<R> whole = text.parse(kind, rules);
        kind.load().accept(whole);
        accept(whole, rules);
        log.info("{} {} rules in force from {}", whole.size(), kind.name(), document.dataId());
    }
}
