package dev.slipway.platform.verify.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.slipway.platform.verify.Books.Offer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The schedules of service-hosp. */
final class Catalogue {
    private static final int SECONDS = 10;

    private Catalogue() {}

    static List<Offer> offers(Stores stores) throws IOException {
        try (MongoClient client = MongoClients.create(settings(stores))) {
            List<Offer> offers = new ArrayList<>();
            for (Document schedule :
                    client.getDatabase("slipway_hosp").getCollection("schedule").find()) {
                offers.add(new Offer(
                        schedule.getString("_id"),
                        schedule.getString("hospitalCode"),
                        schedule.getString("hospitalScheduleId"),
                        number(schedule, "total"),
                        number(schedule, "active")));
            }
            return offers;
        } catch (MongoException away) {
            throw new IOException("the catalogue cannot be read", away);
        }
    }

    private static int number(Document document, String field) {
        return document.get(field, Number.class).intValue();
    }

    private static MongoClientSettings settings(Stores stores) {
        return MongoClientSettings.builder()
                .credential(MongoCredential.createScramSha256Credential(
                        "slipway", "admin", stores.mongodbPassword().toCharArray()))
                .applyToClusterSettings(
                        cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", stores.mongodb())))
                                .serverSelectionTimeout(SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket ->
                        socket.connectTimeout(SECONDS, TimeUnit.SECONDS).readTimeout(SECONDS, TimeUnit.SECONDS))
                .build();
    }
}
