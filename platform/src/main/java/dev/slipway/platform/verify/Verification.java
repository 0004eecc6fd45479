package dev.slipway.platform.verify;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the books and judges them. What is told by messages (the catalogue's counts, statistics, messages to patients)
 * lags behind, so the books are read again until they agree and no event waits, for as long as the caller likes. The
 * books are not read at one moment: under load the verdict means nothing; stop it first.
 */
public final class Verification {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final BookReader reader;
    private final List<Rule> rules;

    /** @param patience how long an appointment, or money, may be on its way */
    public Verification(BookReader reader, Duration patience) {
        this.reader = reader;
        this.rules = List.of(
                new Counts(),
                new Hospitals(),
                new Money(patience),
                new Refunds(patience),
                new Messages(),
                new Statistics(),
                new Stuck(patience));
    }

    /** Where the books are read. */
    public interface BookReader {
        /**
         * Reads all of them anew.
         *
         * @throws IOException when a store cannot be read
         */
        Books read() throws IOException, SQLException;
    }

    /**
     * The verdict over the last reading: the first one in which all is well, or the one at the end of the time.
     *
     * @param timeout how long to wait for what is on its way; zero reads once
     */
    public Verdict judge(Duration timeout) throws IOException, SQLException, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            Verdict verdict = verdict(reader.read());
            if (verdict.ok() || System.nanoTime() - end >= 0) {
                return verdict;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Verdict verdict(Books books) {
        List<Violation> violations = rules.stream()
                .flatMap(rule -> rule.broken(books).stream())
                .sorted(Comparator.comparing(Violation::subject).thenComparing(Violation::rule))
                .toList();
        return new Verdict(
                violations,
                books.waiting(),
                books.appointments().size(),
                books.payments().size(),
                books.slots().size());
    }
}
