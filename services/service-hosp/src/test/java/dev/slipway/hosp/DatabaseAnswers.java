package dev.slipway.hosp;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;

/** Counts the documents that the database answers with. */
final class DatabaseAnswers implements CommandListener {
    private final AtomicInteger documents = new AtomicInteger();

    void reset() {
        documents.set(0);
    }

    int documents() {
        return documents.get();
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (!event.getResponse().isDocument("cursor")) {
            return;
        }
        BsonDocument cursor = event.getResponse().getDocument("cursor");
        for (String batch : List.of("firstBatch", "nextBatch")) {
            if (cursor.isArray(batch)) {
                documents.addAndGet(cursor.getArray(batch).size());
            }
        }
    }
}
