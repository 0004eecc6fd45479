package dev.slipway.platform.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells about some objects from one state on, until either side ends it. The threads of the HTTP client
 * bring it, so that none waits for it; of each object only the last event is kept until somebody takes it.
 */
final class WatchStream implements AutoCloseable {
    /** The server has told all that it was asked to tell. */
    static final int ENDED = 200;

    /** It could not be reached, or was lost in the middle. */
    static final int BROKEN = 0;

    private final Map<String, WatchEvent> events = new LinkedHashMap<>();
    private final Lines lines = new Lines(this::line);
    private final Runnable news;
    private @Nullable CompletableFuture<HttpResponse<AsyncBody>> answer;
    private @Nullable Integer end;

    WatchStream(Runnable news) {
        this.news = news;
    }

    static WatchStream open(Api api, String path, Runnable news) {
        var stream = new WatchStream(news);
        var answer = api.stream(path, stream::take);
        synchronized (stream) {
            stream.answer = answer;
        }
        var unused = answer.whenComplete(stream::begin);
        return stream;
    }

    private void begin(@Nullable HttpResponse<AsyncBody> response, @Nullable Throwable failure) {
        if (response == null) {
            end(BROKEN);
        } else if (HttpResponse.isSuccessful(response.code())) {
            var unused = response.body().done().whenComplete((nothing, broken) -> end(broken == null ? ENDED : BROKEN));
            response.body().consume();
        } else {
            end(response.code());
        }
    }

    private void take(List<ByteBuffer> pieces, AsyncBody body) {
        pieces.forEach(lines::take);
        body.consume();
    }

    void line(String line) {
        Optional<WatchEvent> read = WatchEvent.read(line);
        if (read.isEmpty()) {
            end(BROKEN);
            return;
        }
        WatchEvent event = read.get();
        switch (event.kind()) {
            case BOOKMARK -> {}
            case ERROR -> end(event.code());
            default -> keep(event);
        }
    }

    private synchronized void keep(WatchEvent event) {
        if (end == null) {
            events.remove(event.name());
            events.put(event.name(), new WatchEvent(event.kind(), Api.withoutOwners(event.object())));
            news.run();
        }
    }

    private synchronized void end(int code) {
        if (end == null) {
            end = code;
            close();
            news.run();
        }
    }

    /** Takes what has come since the last time, in the order in which it happened. */
    synchronized List<WatchEvent> take() {
        var taken = new ArrayList<>(events.values());
        events.clear();
        return taken;
    }

    /** Why it goes on no more; empty as long as it does. */
    synchronized Optional<Integer> end() {
        return Optional.ofNullable(end);
    }

    /** The connection goes at once; an answer that is still to come is not read. */
    @Override
    public synchronized void close() {
        if (end == null) {
            end = ENDED;
        }
        if (answer != null && !answer.cancel(true)) {
            var unused = answer.thenAccept(response -> response.body().cancel());
        }
    }
}
