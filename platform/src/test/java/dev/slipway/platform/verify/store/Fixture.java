package dev.slipway.platform.verify.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.slipway.test.Middleware;
import dev.slipway.test.Mongodb;
import dev.slipway.test.Mysql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** The stores of a stack with the tables that its services make, and a hand that writes whatever a test likes. */
final class Fixture {
    static final String PASSWORD = "of-these-tests-0123456789";

    private static final Path ROOT = Path.of("..");
    private static final Path MESSAGING = ROOT.resolve("services/libs/messaging/src/main/resources/db");

    private final Mysql mysql = Middleware.mysql();
    private final Mongodb mongodb = Middleware.mongodb();

    /** Empty schemas, each with its user. */
    void create() throws IOException, SQLException {
        for (String schema : Stores.SCHEMAS) {
            String name = "slipway_" + schema;
            run("DROP DATABASE IF EXISTS " + name + "; CREATE DATABASE " + name + "; CREATE OR REPLACE USER '" + name
                    + "'@'%' IDENTIFIED BY '" + PASSWORD + "'; GRANT SELECT ON " + name + ".* TO '" + name + "'@'%'");
            for (Path migration : migrations(schema)) {
                run("USE " + name + "; " + Files.readString(migration));
            }
        }
        catalogue(MongoCollection::drop);
    }

    private static List<Path> migrations(String schema) throws IOException {
        Path shared = MESSAGING.resolve(schema.equals("sms") ? "claims" : "messaging");
        try (Stream<Path> own = Files.list(ROOT.resolve("sql").resolve(schema));
                Stream<Path> library = Files.list(shared)) {
            return Stream.concat(own, library).sorted().toList();
        }
    }

    Stores stores() {
        return stores(PASSWORD, mongodb.login().password());
    }

    Stores stores(String mysqlPassword, String mongodbPassword) {
        Map<String, String> schemas =
                Stores.SCHEMAS.stream().collect(Collectors.toMap(schema -> schema, schema -> mysqlPassword));
        return new Stores(mysql.server().port(), schemas, mongodb.server().port(), mongodbPassword);
    }

    /** Columns that are left out are empty, however much the table minds. */
    void run(String statements) throws SQLException {
        String url = "jdbc:mysql://" + mysql.server().address()
                + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true&allowMultiQueries=true";
        try (Connection connection = DriverManager.getConnection(
                        url, mysql.root().user(), mysql.root().password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET sql_mode = '', foreign_key_checks = 0; " + statements);
        }
    }

    /** What is done to the schedules of service-hosp. */
    interface InCatalogue {
        void change(MongoCollection<Document> schedules);
    }

    void catalogue(InCatalogue change) {
        var address = new ConnectionString("mongodb://" + mongodb.login().user() + ":"
                + mongodb.login().password() + "@" + mongodb.server().address() + "/?authSource=admin");
        try (MongoClient client = MongoClients.create(address)) {
            change.change(client.getDatabase("slipway_hosp").getCollection("schedule"));
        }
    }
}
