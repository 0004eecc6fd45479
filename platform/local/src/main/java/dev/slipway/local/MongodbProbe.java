package dev.slipway.local;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import org.bson.Document;

/** Signs in and asks for the databases, which only a signed-in client is told. */
record MongodbProbe(int port, Login login) {

    private static final int TIMEOUT_MILLIS = 1500;

    boolean answers() {
        try (MongoClient client = MongoClients.create(settings())) {
            client.getDatabase("admin").runCommand(new Document("listDatabases", 1));
            return true;
        } catch (MongoException away) {
            return false;
        }
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .credential(MongoCredential.createScramSha256Credential(
                        login.user(), "admin", login.password().toCharArray()))
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .serverSelectionTimeout(TIMEOUT_MILLIS, MILLISECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(TIMEOUT_MILLIS, MILLISECONDS).readTimeout(TIMEOUT_MILLIS, MILLISECONDS))
                .build();
    }
}
