package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.bson.Document;
import org.junit.jupiter.api.Test;

@EnabledWithDocker
class MiddlewareDockerIT {

    @Test
    void mysqlKeepsASchemaThroughAKill() throws SQLException {
        Mysql mysql = DockerMiddleware.mysql();
        Mysql.Database database = mysql.createDatabase();
        try (java.sql.Connection connection = connect(database, database.login().password())) {
            connection.createStatement().execute("CREATE TABLE kept (id INT PRIMARY KEY)");
        }
        mysql.server().kill();
        mysql.server().start();
        try (java.sql.Connection connection = connect(database, database.login().password());
                ResultSet rows = connection.createStatement().executeQuery("SHOW TABLES")) {
            assertThat(rows.next()).isTrue();
        }
        assertThatThrownBy(() -> connect(database, "wrong")).hasMessageContaining("Access denied");
    }

    @Test
    void redisTakesItsPassword() {
        Redis redis = DockerMiddleware.redis();
        RedisURI address = RedisURI.builder()
                .withHost(redis.server().host())
                .withPort(redis.server().port())
                .withPassword(redis.password().toCharArray())
                .withDatabase(redis.claimDatabase())
                .build();
        try (RedisClient client = RedisClient.create(address);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            assertThat(connection.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void rabbitmqHasItsVirtualHosts() throws Exception {
        Rabbitmq rabbitmq = DockerMiddleware.rabbitmq();
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(rabbitmq.server().host());
        factory.setPort(rabbitmq.server().port());
        factory.setUsername(rabbitmq.login().user());
        factory.setPassword(rabbitmq.login().password());
        factory.setVirtualHost(rabbitmq.claimVirtualHost());
        try (Connection connection = factory.newConnection()) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void mongodbTakesItsPassword() {
        Mongodb mongodb = DockerMiddleware.mongodb();
        String address = "mongodb://" + mongodb.login().user() + ":"
                + mongodb.login().password() + "@" + mongodb.server().address() + "/?authSource=admin";
        try (MongoClient client = MongoClients.create(address)) {
            client.getDatabase("test").getCollection("kept").insertOne(new Document("value", 1));
            assertThat(client.getDatabase("test").getCollection("kept").countDocuments())
                    .isEqualTo(1);
        }
    }

    private static java.sql.Connection connect(Mysql.Database database, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), database.login().user(), password);
    }
}
