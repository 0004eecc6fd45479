package dev.slipway.hosp;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/** Counts the documents that the database answers with, by the command; the announcements in the background use find. */
final class DatabaseAnswers implements CommandListener {
    private final Map<String, Integer> documents = new ConcurrentHashMap<>();

    void reset() {
        documents.clear();
    }

    int documents(String command) {
        return documents.getOrDefault(command, 0);
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (!event.getResponse().isDocument("cursor")) {
            return;
        }
        BsonDocument cursor = event.getResponse().getDocument("cursor");
        for (String batch : List.of("firstBatch", "nextBatch")) {
            if (cursor.isArray(batch)) {
                documents.merge(event.getCommandName(), cursor.getArray(batch).size(), Integer::sum);
            }
        }
    }
}
