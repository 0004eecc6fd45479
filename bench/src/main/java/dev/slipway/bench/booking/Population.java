package dev.slipway.bench.booking;

import dev.slipway.bench.booking.Http.Reply;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs users in, has them verified, and adds their patients: all by the calls that people use. */
final class Population {
    private static final int PATIENTS_OF_A_USER = 20;
    private static final int AT_ONCE = 12;
    private static final int TRIES = 300;
    private static final LocalDate FIRST_BORN = LocalDate.of(1950, 1, 1);
    private static final String DISTRICT = "110101";
    private static final String CHECK = "10X98765432";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Http http;
    private final String operator;

    /** @param operatorPassword of the first operator */
    Population(Http http, String operatorPassword) throws IOException {
        this.http = http;
        this.operator = http.expect(
                        200,
                        "POST",
                        "/api/sign-in/operators",
                        Map.of("username", "operator", "password", operatorPassword),
                        null)
                .text("accessToken");
    }

    /** So many patients, each of whom may book. */
    List<Patient> of(int patients) throws IOException, InterruptedException {
        int users = (patients + PATIENTS_OF_A_USER - 1) / PATIENTS_OF_A_USER;
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<Patient>>> families = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                int number = user;
                families.add(threads.submit(() -> family(number)));
            }
            List<Patient> all = new ArrayList<>();
            for (Future<List<Patient>> family : families) {
                all.addAll(family.get());
            }
            return all.subList(0, patients);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Patient> family(int user) throws IOException, InterruptedException {
        String phone = String.format(Locale.ROOT, "137%08d", user);
        http.expect(202, "POST", "/api/sign-in/codes", Map.of("phone", phone), null);
        Reply in = http.expect(200, "POST", "/api/sign-in", Map.of("phone", phone, "code", code(phone)), null);
        String token = in.text("accessToken");
        verify(in.body().path("user").path("id").asText(), token, card(user * PATIENTS_OF_A_USER));
        List<Patient> family = new ArrayList<>();
        for (int i = 0; i < PATIENTS_OF_A_USER; i++) {
            Map<String, ?> record = record(user * PATIENTS_OF_A_USER + i, phone);
            family.add(new Patient(
                    token,
                    http.expect(201, "POST", "/api/patients", record, token).text("id")));
        }
        return family;
    }

    private void verify(String user, String token, String card) throws IOException {
        var identity = Map.of("name", "张三", "certificateType", "10", "certificateNumber", card);
        http.expect(202, "PUT", "/api/me/verification", identity, token);
        var decision = Map.of("decision", "approved", "reason", "benchmark");
        http.expect(200, "PUT", "/admin/users/" + user + "/verification", decision, operator);
    }

    private String code(String phone) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Reply inbox = http.expect(200, "GET", "/api/dev/inbox/" + phone, null, null);
            Matcher found =
                    CODE.matcher(inbox.body().path("items").path(0).path("text").asText());
            if (found.find()) {
                return found.group();
            }
            Thread.sleep(100);
        }
        throw new IOException("no code came to " + phone);
    }

    private static Map<String, ?> record(int person, String phone) {
        return Map.ofEntries(
                Map.entry("name", "张三"),
                Map.entry("certificateType", "10"),
                Map.entry("certificateNumber", card(person)),
                Map.entry("sex", "male"),
                Map.entry("birthDate", born(person).toString()),
                Map.entry("phone", phone),
                Map.entry("provinceCode", "110000"),
                Map.entry("cityCode", "110100"),
                Map.entry("districtCode", DISTRICT),
                Map.entry("address", "东长安街 1 号"),
                Map.entry("insured", true));
    }

    private static LocalDate born(int person) {
        return FIRST_BORN.plusDays(person);
    }

    /** A valid number for each person: GB 11643, a man's, check character of ISO 7064 MOD 11-2. */
    private static String card(int person) {
        String digits = DISTRICT + born(person).format(DateTimeFormatter.BASIC_ISO_DATE) + "011";
        int sum = 0;
        int weight = 1;
        for (int place = digits.length() - 1; place >= 0; place--) {
            weight = weight * 2 % CHECK.length();
            sum += Character.digit(digits.charAt(place), 10) * weight;
        }
        return digits + CHECK.charAt(sum % CHECK.length());
    }
}
