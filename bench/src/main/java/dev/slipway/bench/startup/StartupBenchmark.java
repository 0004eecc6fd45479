package dev.slipway.bench.startup;

import dev.slipway.bench.LocalStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the stack takes from nothing running to the first routed answer, and what it uses then.
 *
 * <p>Rounds alternate between {@code slipway up} on a built tree with warm caches and a {@link PlainBurst}; both run on
 * the same data. Linux only. To be run in the root of a built tree; arguments: the results' folder, an
 * {@link Extent} in small letters, and optionally rounds.
 */
public final class StartupBenchmark {
    private static final int ROUNDS = 3;

    private final Extent extent;
    private final LocalStack stack;
    private final List<Measured> ups = new ArrayList<>();
    private final List<Measured> plains = new ArrayList<>();

    private String java = "";

    private StartupBenchmark(Extent extent, LocalStack stack) {
        this.extent = extent;
        this.stack = stack;
    }

    public static void main(String[] args) throws Exception {
        Path results = Path.of(args[0]);
        var extent = Extent.valueOf(args[1].toUpperCase(Locale.ROOT));
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : ROUNDS;
        Path folder = Files.createTempDirectory("slipway-startup").toRealPath();
        var benchmark =
                new StartupBenchmark(extent, new LocalStack(Path.of("").toAbsolutePath(), folder, extent.only()));
        benchmark.measure(rounds);
        new Report(extent, benchmark.java, benchmark.ups, benchmark.plains).write(results);
    }

    private void measure(int rounds) throws Exception {
        try {
            stack.firstUp();
            PlainBurst burst = PlainBurst.of(stack);
            stack.down();
            for (int round = 1; round <= rounds; round++) {
                ups.add(up());
                plains.add(burst.measure());
                System.out.printf(Locale.ROOT, "%d up %s%n%d plain %s%n", round, last(ups), round, last(plains));
            }
        } finally {
            stack.purge();
        }
    }

    private Measured up() throws Exception {
        long start = System.nanoTime();
        Process supervisor = stack.up();
        double first = FirstAnswer.await(start, () -> {});
        // Everything else may still be starting: memory counts when all of it is there.
        List<LocalStack.Component> components = stack.awaitReady();
        var processes = new ArrayList<ProcessHandle>(List.of(supervisor.toHandle()));
        components.forEach(component -> processes.add(component.process()));
        double memory = Memory.mebibytes(processes);
        double smoke = 0;
        if (extent == Extent.WHOLE) {
            stack.smoke();
            smoke = (System.nanoTime() - start) / 1e9;
        }
        java = components.stream()
                .filter(component -> component.name().equals("server-gateway"))
                .findFirst()
                .orElseThrow()
                .java()
                .orElseThrow();
        var measured = new Measured(first, smoke, memory, 0, LocalStack.startSeconds(components));
        stack.down();
        supervisor.waitFor();
        return measured;
    }

    private static Measured last(List<Measured> all) {
        return all.get(all.size() - 1);
    }
}
