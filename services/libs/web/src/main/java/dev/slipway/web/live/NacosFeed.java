package dev.slipway.web.live;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.listener.Listener;
import com.alibaba.nacos.api.exception.NacosException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Listens to documents in Nacos and hands each new text, one after the other on one thread, to whoever uses it.
 *
 * <p>A document that is removed, or a Nacos that is away, changes nothing: what is in force stays. Removing is reported;
 * who wants a document to say nothing pushes an empty mapping or list.
 */
final class NacosFeed implements SmartLifecycle {

    /** Uses the texts of one document. */
    interface User {

        void use(String text) throws ConfigurationRefused;
    }

    private static final Logger log = LoggerFactory.getLogger(NacosFeed.class);
    private static final long ASK_TIMEOUT_MILLIS = 3_000;

    private final ConfigService nacos;
    private final Rejections rejections;
    private final AcceptedCopies copies;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private @Nullable ExecutorService thread;

    NacosFeed(ConfigService nacos, Rejections rejections, AcceptedCopies copies) {
        this.nacos = nacos;
        this.rejections = rejections;
        this.copies = copies;
    }

    /**
     * Before {@link #start}.
     *
     * @param text what the user has now; null for nothing
     * @param refused a text already refused and reported; null for none
     */
    void subscribe(Document document, @Nullable String text, @Nullable String refused, User user) {
        rejections.expect(document);
        subscriptions.add(new Subscription(document, text, refused, user));
    }

    @Override
    public void start() {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            Thread started = new Thread(task, "config-feed");
            started.setDaemon(true);
            return started;
        });
        thread = executor;
        subscriptions.forEach(subscription -> executor.execute(() -> subscription.listen(executor)));
    }

    @Override
    public void stop() {
        ExecutorService executor = thread;
        if (executor != null) {
            subscriptions.forEach(
                    subscription -> nacos.removeListener(subscription.dataId(), subscription.group(), subscription));
            executor.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private final class Subscription implements Listener {

        private final Document document;
        private final User user;
        private @Nullable String inForce;
        private @Nullable String refused;
        private @Nullable Executor executor;

        Subscription(Document document, @Nullable String inForce, @Nullable String refused, User user) {
            this.document = document;
            this.inForce = inForce;
            this.refused = refused;
            this.user = user;
        }

        String dataId() {
            return document.dataId();
        }

        String group() {
            return document.group();
        }

        /** The listener first, then one question: a push between the start's reading and this is not missed. */
        void listen(Executor thread) {
            executor = thread;
            try {
                nacos.addListener(dataId(), group(), this);
                if (Fetched.ask(nacos, document, ASK_TIMEOUT_MILLIS) instanceof Fetched.Text received) {
                    receiveConfigInfo(received.text());
                }
            } catch (NacosException e) {
                log.error("No listener for {}: {}", document.sourceName(), e.getErrMsg());
            }
        }

        @Override
        public @Nullable Executor getExecutor() {
            return executor;
        }

        @Override
        public void receiveConfigInfo(@Nullable String text) {
            if (text == null) {
                removed();
            } else if (text.equals(inForce)) {
                refused = null;
            } else if (!text.equals(refused)) {
                use(text);
            }
        }

        private void use(String text) {
            try {
                user.use(text);
                inForce = text;
                refused = null;
                copies.keep(document, text);
                log.info("{} is in force as pushed", document.sourceName());
            } catch (ConfigurationRefused cause) {
                refused = text;
                rejections.report(document, cause);
            } catch (RuntimeException e) {
                refused = text;
                rejections.report(document, new ConfigurationRefused("-", e.toString()));
            }
        }

        private void removed() {
            refused = null;
            if (inForce != null) {
                rejections.report(
                        document, new ConfigurationRefused("-", "removed from Nacos; to set nothing, push {} or []"));
            }
        }
    }
}
