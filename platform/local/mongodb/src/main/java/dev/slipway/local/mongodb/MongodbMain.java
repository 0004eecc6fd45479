package dev.slipway.local.mongodb;

import de.bwaldvogel.mongo.MongoServer;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import org.h2.mvstore.MVStore;

/** Starts the server that the file named by the first argument describes, and runs until it is told to stop. */
final class MongodbMain {

    private static final int CACHE_MEGABYTES = 8;

    private MongodbMain() {}

    public static void main(String[] arguments) throws Exception {
        Properties configuration = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            configuration.load(file);
        }
        MVStore store = new MVStore.Builder()
                .fileName(configuration.getProperty("data") + "/mongodb.mv")
                .cacheSize(CACHE_MEGABYTES)
                .open();
        ScramVerifier verifier = ScramVerifier.of(
                configuration.getProperty("user"), configuration.getProperty("password"), new SecureRandom());
        MongoServer server = new MongoServer(new GuardedBackend(store, verifier));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "stop"));
        server.bind("127.0.0.1", Integer.parseInt(configuration.getProperty("port")));
        System.out.println("mongodb ready on port " + configuration.getProperty("port"));
    }
}
