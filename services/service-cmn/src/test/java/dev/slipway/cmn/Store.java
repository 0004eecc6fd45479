package dev.slipway.cmn;

import dev.slipway.test.Middleware;
import dev.slipway.test.Mysql;
import dev.slipway.test.Redis;
import java.util.List;

/** The database and the cache that the instances of one test share. */
record Store(
        String url,
        String user,
        String password,
        String redisHost,
        int redisPort,
        String redisPassword,
        int redisDatabase) {
    /** A new schema and an unused Redis database on the embedded servers. */
    static Store embedded() {
        return on(Middleware.mysql(), Middleware.redis());
    }

    static Store on(Mysql mysql, Redis redis) {
        Mysql.Database database = mysql.createDatabase();
        return new Store(
                database.url() + "&sessionVariables=innodb_lock_wait_timeout=10",
                database.login().user(),
                database.login().password(),
                redis.server().host(),
                redis.server().port(),
                redis.password(),
                redis.claimDatabase());
    }

    List<String> arguments() {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password,
                "--spring.data.redis.host=" + redisHost,
                "--spring.data.redis.port=" + redisPort,
                "--spring.data.redis.password=" + redisPassword,
                "--spring.data.redis.database=" + redisDatabase);
    }
}
