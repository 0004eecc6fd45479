package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind and namespace as they change: a list, and from its version on what the server tells. Whenever that
 * ends, for whatever reason, they are listed anew. Whoever may list and not watch gets a list with each look.
 */
public final class Watch implements AutoCloseable {
    /** So long one list counts at most, so that nothing that got lost is missed for good. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** One that has gone on for so long was a good one; else the next is not begun at once. */
    private static final Duration LASTING = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LISTS = Duration.ofMillis(200);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    /** Refusals that another attempt mends: a timeout, a version that the server has forgotten, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 410, 429);

    private final Api api;
    private final ResourceTypes types;
    private final ObjectGroup group;
    private final String selector;
    private final Runnable news;
    private final Duration longest;
    private @Nullable WatchStream stream;
    private String version = "";
    private long began;
    private long notBefore = System.nanoTime();
    private int failures;
    private boolean refused;

    Watch(Api api, ResourceTypes types, ObjectGroup group, String selector, Runnable news) {
        this(api, types, group, selector, news, LONGEST);
    }

    Watch(Api api, ResourceTypes types, ObjectGroup group, String selector, Runnable news, Duration longest) {
        this.api = api;
        this.types = types;
        this.group = group;
        this.selector = selector;
        this.news = news;
        this.longest = longest;
    }

    /** Who looks; told by the thread that looks. */
    public interface Looker {
        /** What was known does not count: all there is comes now. */
        void anew();

        void there(ObjectNode live) throws InterruptedException;

        /** @param last how it was in the end */
        void gone(ObjectNode last);
    }

    /**
     * Tells what has changed since the last look, or all there is, or nothing when it is too early to ask again.
     *
     * @throws Refusal when they may not be listed
     */
    public void look(Looker looker) throws InterruptedException {
        if (stream != null && stream.end().isEmpty() && !isOverdue()) {
            for (WatchEvent event : stream.take()) {
                tell(event, looker);
            }
            return;
        }
        leave();
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        looker.anew();
        Optional<Pages> pages = pages();
        version = pages.isEmpty() ? "" : pages.get().each(live -> looker.there(whole(live)));
        notBefore = System.nanoTime() + BETWEEN_LISTS.toNanos();
    }

    private void tell(WatchEvent event, Looker looker) throws InterruptedException {
        if (event.kind() == WatchEvent.Kind.DELETED) {
            looker.gone(event.object());
        } else {
            looker.there(whole(event.object()));
        }
    }

    /** In a list the objects do not say what they are. */
    private ObjectNode whole(ObjectNode live) {
        return live.put("apiVersion", group.apiVersion()).put("kind", group.kind());
    }

    private Optional<Pages> pages() throws InterruptedException {
        return types.find(group.apiVersion(), group.kind())
                .map(type -> new Pages(api, type.path(group.namespace()), selector));
    }

    /** From the last list on the server tells, if it may be asked for that. */
    public void follow() throws InterruptedException {
        if (stream == null && !refused && !version.isEmpty()) {
            String path = pages().orElseThrow().changes(version, longest);
            began = System.nanoTime();
            stream = WatchStream.open(api, path, news);
        }
    }

    /** Whether the server tells, so that there is no need to look before it does. */
    public boolean follows() {
        return stream != null && stream.end().isEmpty();
    }

    /** Makes the next look a list. */
    public void forget() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        version = "";
    }

    private void leave() {
        if (stream != null) {
            int end = stream.end().orElse(WatchStream.BROKEN);
            refused = refused || (end >= BAD_REQUEST && end < SERVER_ERROR && !PASSING.contains(end));
            failures = refused || age() > LASTING.toNanos() ? 0 : failures + 1;
            if (failures > 0) {
                notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(api.pause(failures - 1));
            }
            forget();
        }
    }

    /** A server that has not ended it by then says nothing more. */
    private boolean isOverdue() {
        return age() > longest.plus(longest.dividedBy(6)).toNanos();
    }

    private long age() {
        return System.nanoTime() - began;
    }

    @Override
    public void close() {
        forget();
    }
}
