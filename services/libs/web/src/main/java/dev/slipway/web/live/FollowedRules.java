package dev.slipway.web.live;

import com.alibaba.nacos.api.config.ConfigService;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One kind of rules at what a document in Nacos says; a text refused leaves the rules before it in force. */
final class FollowedRules<R> implements DocumentUser {

    private static final Logger log = LoggerFactory.getLogger(FollowedRules.class);
    private static final long TIMEOUT_MILLIS = 3_000;

    private final RuleKind<R> kind;
    private final Document document;
    private final RuleText text;
    private final ConfigService nacos;
    private final LiveStart start;
    private final Rejections rejections;

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

    private void use(String rules) throws ConfigurationRefused {
        List<R> whole = text.parse(kind, rules);
        kind.load().accept(whole);
        log.info("{} {} rules in force from {}", whole.size(), kind.name(), document.dataId());
    }
}
