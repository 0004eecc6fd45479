package dev.slipway.cmn.workbook;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.cmn.dictionary.EntryMoves;
import dev.slipway.web.live.Live;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What runs in the JVM with the small heap: the import and export alone. */
final class SmallHeap {
    private SmallHeap() {}

    /** @param arguments {@code import} or {@code export}, file, JDBC address, user; the password is in the environment */
    public static void main(String[] arguments) throws IOException {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(arguments[2]);
        source.setUsername(arguments[3]);
        source.setPassword(System.getenv("TEST_PASSWORD"));
        source.setMaximumPoolSize(2);
        try (source;
                AnnotationConfigApplicationContext context = context(source)) {
            System.out.println(run(context, arguments[0], new File(arguments[1])));
        }
    }

    private static AnnotationConfigApplicationContext context(DataSource source) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(source));
        context.registerBean(JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Live.class, () -> Live.fixed(limits()));
        context.register(EntryMoves.class, ImportBatch.class, DictionaryImport.class, DictionaryExport.class);
        context.scan("dev.slipway.cmn.workbook.jdbc", "dev.slipway.cmn.dictionary.jdbc");
        context.refresh();
        return context;
    }

    private static WorkbookLimits limits() {
        return new WorkbookLimits(
                200_000,
                500,
                2,
                100,
                DataSize.ofMegabytes(100),
                DataSize.ofMegabytes(24),
                DataSize.ofMegabytes(120),
                100);
    }

    private static String run(AnnotationConfigApplicationContext context, String what, File file) throws IOException {
        if (what.equals("export")) {
            try (OutputStream out = new FileOutputStream(file)) {
                return "rows=" + context.getBean(DictionaryExport.class).write(out);
            }
        }
        ImportResult result = context.getBean(DictionaryImport.class).run(file, false);
        return "created=%d updated=%d unchanged=%d rejected=%d"
                .formatted(
                        result.created(),
                        result.updated(),
                        result.unchanged(),
                        result.rejected().size());
    }
}
