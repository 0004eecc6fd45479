package dev.slipway.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.bench.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures bookings, open loop: the whole stack against the plain variant, rounds in turns. To be run in the root of a
 * built tree; arguments: the results' folder, and optionally rounds of the hot slot (the others have one), and the
 * milliseconds after which hospitals answer.
 */
public final class BookingBenchmark {
    static final String STACK = "slipway";
    static final String PLAIN = "plain";

    private static final String HOSPITAL = "H1001";
    /** A round has days of its own: a patient has one appointment a department and session. */
    private static final int FIRST_DAY = 2;

    private static final int DAYS = 3;
    private static final Duration UPLOADED_WITHIN = Duration.ofMinutes(1);

    private final LocalStack stack;
    private final Http gateway;
    private final Counter counter;
    private final Plain plain;
    private final List<Patient> people;
    private final List<Measured> all = new ArrayList<>();

    private BookingBenchmark(LocalStack stack, Counter counter, Plain plain, List<Patient> people, Http gateway) {
        this.stack = stack;
        this.counter = counter;
        this.plain = plain;
        this.people = people;
        this.gateway = gateway;
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : DAYS;
        Duration delay = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 1000);
        Path folder = Files.createTempDirectory("slipway-booking").toRealPath();
        var stack = new LocalStack(Path.of("").toAbsolutePath(), folder, List.of());
        try {
            stack.firstUp();
            stack.down();
            stack.upDetached();
            new Report(measure(stack, Math.min(rounds, DAYS), delay), delay).write(Path.of(args[0]));
        } finally {
            stack.purge();
        }
    }

    private static List<Measured> measure(LocalStack stack, int rounds, Duration delay) throws Exception {
        List<LocalStack.Component> components = stack.awaitReady();
        Http gateway = new Http(LocalStack.PORT);
        int most = Arrays.stream(Scenario.values())
                .mapToInt(scenario -> scenario.patients)
                .max()
                .orElseThrow();
        List<Patient> people = new Population(gateway, stack.secret("operator-password")).of(most);
        Counter counter = new Counter(port(components, "hospital-manage"), HOSPITAL, stack.secret("clerk-password"));
        try (PlainHospital hospital = new PlainHospital(delay);
                PlainServer server = PlainServer.start(stack, port(components, "mysql"), hospital.url())) {
            var benchmark = new BookingBenchmark(stack, counter, new Plain(new Http(server.port())), people, gateway);
            counter.answerAfter(delay);
            // The quiet ones first: both variants are warm when the crowd comes.
            benchmark.round(Scenario.WHOLE_LIFE, 0);
            benchmark.round(Scenario.WIDE, 0);
            for (int round = 0; round < rounds; round++) {
                benchmark.round(Scenario.HOT_SLOT, round);
            }
            return benchmark.all;
        }
    }

    private static int port(List<LocalStack.Component> components, String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .mapToInt(LocalStack.Component::port)
                .findFirst()
                .orElseThrow();
    }

    private void round(Scenario scenario, int round) throws IOException, InterruptedException {
        List<String> offered = offer(scenario, round);
        List<String> ids = uploaded(scenario, round, offered);
        Target target = new Stack(gateway);
        add(Measured.of(scenario, STACK, scenario.run(target, people, ids)));
        String violations = stack.violations();
        if (!violations.isEmpty()) {
            throw new IOException("the books do not agree:\n" + violations);
        }
        for (String id : offered) {
            plain.offer(id, scenario.places);
        }
        Instant began = Instant.now();
        List<OpenLoop.Arrival> arrivals = scenario.run(plain, people, offered);
        Sold sold = plain.sold(offered);
        add(Measured.of(scenario, PLAIN, arrivals).by(sold, began));
    }

    private void add(Measured measured) {
        all.add(measured);
        System.out.println(measured);
    }

    /** The schedules of a round as the hospital names them, entered and uploaded. */
    private List<String> offer(Scenario scenario, int round) throws IOException, InterruptedException {
        List<String> offered = new ArrayList<>();
        for (int i = 0; i < scenario.schedules; i++) {
            String id = String.format(Locale.ROOT, "bench-%s-%d-%d", scenario, round, i);
            counter.add(id, scenario.department, date(round, i), scenario.places);
            offered.add(id);
        }
        counter.upload();
        return offered;
    }

    private static LocalDate date(int round, int schedule) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(FIRST_DAY + round + schedule % DAYS);
    }

    /** The same as the platform names them: they are told by the doctor, whom no other schedule has. */
    private List<String> uploaded(Scenario scenario, int round, List<String> offered)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        long end = System.nanoTime() + UPLOADED_WITHIN.toNanos();
        for (int i = 0; i < offered.size(); i++) {
            String id = find(scenario, date(round, i), offered.get(i));
            while (id.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IOException(offered.get(i) + " was never uploaded");
                }
                Thread.sleep(500);
                id = find(scenario, date(round, i), offered.get(i));
            }
            ids.add(id);
        }
        return ids;
    }

    private String find(Scenario scenario, LocalDate date, String doctor) throws IOException {
        String path = "/api/hospitals/" + HOSPITAL + "/departments/" + scenario.department + "/schedules?date=" + date;
        JsonNode items = gateway.expect(200, "GET", path, null, null).body().path("items");
        for (JsonNode item : items) {
            if (item.path("doctor").asText().equals(doctor)) {
                return item.path("id").asText();
            }
        }
        return "";
    }
}
