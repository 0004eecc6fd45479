package dev.slipway.cmn.dictionary.jdbc;

import dev.slipway.cmn.dictionary.Generations;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row of {@code dictionary_generation}. */
@Repository
class JdbcGenerations implements Generations {
    private final JdbcClient jdbc;
    private final Supplier<UUID> words;

    @Autowired
    JdbcGenerations(JdbcClient jdbc) {
        this(jdbc, UUID::randomUUID);
    }

    JdbcGenerations(JdbcClient jdbc, Supplier<UUID> words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public String current() {
        return jdbc.sql("SELECT generation FROM dictionary_generation WHERE id = 1")
                .query(String.class)
                .single();
    }

    /** A locking read makes no snapshot: the reads that follow it see what the former holder committed. */
    @Override
    public void lock() {
        jdbc.sql("SELECT generation FROM dictionary_generation WHERE id = 1 FOR UPDATE")
                .query(String.class)
                .single();
    }

    @Override
    public void renew() {
        jdbc.sql("UPDATE dictionary_generation SET generation = ? WHERE id = 1")
                .param(words.get().toString())
                .update();
    }
}
