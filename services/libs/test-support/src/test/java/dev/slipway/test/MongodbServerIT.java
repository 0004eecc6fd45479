package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.slipway.local.LocalServer;
import dev.slipway.local.Login;
import dev.slipway.local.MongodbServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MongodbServerIT extends LocalServerContract {

    @Override
    LocalServer server(Path data, int port, String password) {
        return new MongodbServer(data, Workplace.jars().mongodb(), port, new Login("slipway", password));
    }

    @Override
    boolean accepts(int port, String password) {
        try (MongoClient client = client(port, scram("slipway", password))) {
            kept(client).countDocuments();
            return true;
        } catch (MongoException refused) {
            return false;
        }
    }

    @Override
    void write(int port, String value) {
        try (MongoClient client = client(port, scram("slipway", PASSWORD))) {
            kept(client).deleteMany(new Document());
            kept(client).insertOne(new Document("value", value));
        }
    }

    @Override
    String read(int port) {
        try (MongoClient client = client(port, scram("slipway", PASSWORD))) {
            Document found = kept(client).find().first();
            assertThat(found).isNotNull();
            return found.getString("value");
        }
    }

    @Test
    void refusesEveryCommandOfOneWhoDidNotSignIn() {
        try (MongoClient client = client(port(), null)) {
            for (String command : List.of("listDatabases", "serverStatus", "connectionStatus", "dropDatabase")) {
                assertThatThrownBy(() -> client.getDatabase("admin").runCommand(new Document(command, 1)))
                        .as(command)
                        .isInstanceOf(MongoCommandException.class)
                        .hasMessageContaining("requires authentication");
            }
            assertThatThrownBy(() -> kept(client).insertOne(new Document()))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("requires authentication");
        }
    }

    @Test
    void refusesAnotherUserWithTheRightPassword() {
        try (MongoClient client = client(port(), scram("somebody", PASSWORD))) {
            assertThatThrownBy(() -> kept(client).countDocuments()).isInstanceOf(MongoException.class);
        }
    }

    @Test
    void offersItsMechanismToAClientThatNamesNone() {
        MongoCredential unnamed = MongoCredential.createCredential("slipway", "admin", PASSWORD.toCharArray());
        try (MongoClient client = client(port(), unnamed)) {
            assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true);
            kept(client).countDocuments();
        }
    }

    private static MongoCollection<Document> kept(MongoClient client) {
        return client.getDatabase("test").getCollection("kept");
    }

    private static MongoCredential scram(String user, String password) {
        return MongoCredential.createScramSha256Credential(user, "admin", password.toCharArray());
    }

    private static MongoClient client(int port, @Nullable MongoCredential credential) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .serverSelectionTimeout(3, TimeUnit.SECONDS));
        if (credential != null) {
            settings.credential(credential);
        }
        return MongoClients.create(settings.build());
    }
}
