package dev.slipway.platform.smoke;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.platform.smoke.FakeAppointments.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A stack of the size of the walk, that can be told to get one thing wrong. */
public final class FakeGateway implements AutoCloseable {
    /** What it can get wrong. */
    public enum Fault {
        NONE,
        PLAIN_404,
        OPEN_INNER,
        NO_INBOX,
        REUSABLE_CODE,
        OTHER_ME,
        OPEN_ME,
        UNMASKED,
        FEW_PROVINCES,
        NO_ROOM,
        FOREIGN_READABLE,
        IMMORTAL_TOKEN,
        CRASH_ON_ADD,
        NO_OPERATOR,
        TWO_MESSAGES,
        OVERSOLD,
        OPEN_APPOINTMENT,
        DEAF_TO_MONEY,
        KEPT_MONEY,
        IMMORTAL_BOOKING,
        NUMBER_KEPT,
        FORGOTTEN,
        UNTOLD,
        KEPT_PLACE,
        UNCOUNTED
    }

    static {
        // Head and body of an answer are two packets here: the second does not wait for the first one's receipt.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** It has the most room, and can be cancelled until the afternoon before. */
    private static final String TOO_LATE = "2026-12-01";

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");

    private final HttpServer server;
    private final Fault fault;
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Set<String> usedCodes = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();
    private final Map<String, String> patients = new HashMap<>();
    private final FakeAppointments appointments;

    public FakeGateway(Fault fault) throws IOException {
        this.fault = fault;
        this.appointments = new FakeAppointments(fault);
        tokens.add("token-" + FakeAppointments.OPERATOR);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String token = authorization.replace("Bearer ", "");
        String user = tokens.contains(token) ? token.replace("token-", "") : "";
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        Reply booking = appointments.answer(call, query, user);
        if (booking == null) {
            answer(exchange, call, fields(body), token);
        } else if (booking.status() >= 400) {
            problem(exchange, booking.status(), "refused");
        } else {
            exchange.getResponseHeaders().set("Location", "/");
            send(exchange, booking.status(), booking.body());
        }
    }

    private static Map<String, String> fields(String body) {
        var fields = new HashMap<String, String>();
        Matcher matcher = FIELD.matcher(body);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private void answer(HttpExchange exchange, String call, Map<String, String> body, String token) throws IOException {
        String user = tokens.contains(token) || fault == Fault.OPEN_ME ? token.replace("token-", "") : "";
        if (call.equals("POST /api/sign-in/codes")) {
            codes.put(value(body, "phone"), "246813");
            send(exchange, 202, "");
        } else if (call.startsWith("GET /api/dev/inbox/") && fault == Fault.NO_INBOX) {
            problem(exchange, 404, "not-found");
        } else if (call.startsWith("GET /api/dev/inbox/")) {
            String phone = call.substring(call.lastIndexOf('/') + 1);
            String code = codes.get(phone);
            List<String> items = new ArrayList<>(appointments.notices(phone));
            items.add("{\"template\":\"sign-in-code\",\"text\":\"code " + code + ", 5 minutes\"}");
            send(exchange, 200, "{\"items\":[" + String.join(",", items) + "]}");
        } else if (call.equals("GET /api/hospitals/H1")) {
            send(exchange, 200, "{\"bookingRule\":{\"quitDayOffset\":-1,\"quitTime\":\"16:00\"}}");
        } else if (call.startsWith("GET /api/hospitals")) {
            send(exchange, 200, catalogue(call.substring(call.lastIndexOf('/') + 1)));
        } else if (call.equals("POST /api/sign-in")) {
            signIn(exchange, value(body, "phone"), value(body, "code"));
        } else if (call.equals("GET /api/dictionaries/province")) {
            int count = fault == Fault.FEW_PROVINCES ? 30 : 34;
            send(
                    exchange,
                    200,
                    "{\"items\":["
                            + IntStream.range(0, count)
                                    .mapToObj(i -> "{\"id\":\"" + i + "\"}")
                                    .collect(Collectors.joining(","))
                            + "]}");
        } else if (call.startsWith("GET /inner/") && fault == Fault.OPEN_INNER) {
            send(exchange, 200, "{}");
        } else if (user.isEmpty() && !call.contains("no-such-path") && !call.contains("/inner/")) {
            problem(exchange, 401, "unauthenticated");
        } else {
            signedIn(exchange, call, body, token, user);
        }
    }

    private String catalogue(String asked) {
        int available = fault == Fault.NO_ROOM ? 1 : 30;
        String item =
                switch (asked) {
                    case "hospitals" -> "\"code\":\"H1\",\"name\":\"示范 医院\"";
                    case "departments" -> "\"code\":\"01\",\"children\":[{\"code\":\"0101\"}]";
                    case "calendar" -> day(TOO_LATE, 50) + "},{" + day("2099-12-02", available);
                    default -> "\"id\":\"s1\",\"status\":\"open\",\"available\":" + available;
                };
        return "{\"items\":[{" + item + "}]}";
    }

    private static String day(String date, int available) {
        return "\"date\":\"" + date + "\",\"status\":\"open\",\"available\":" + available;
    }

    /** How many codes it was asked for. */
    public int codes() {
        return codes.size();
    }

    private void signIn(HttpExchange exchange, String phone, String code) throws IOException {
        if (!code.equals(codes.get(phone)) || (!usedCodes.add(phone) && fault != Fault.REUSABLE_CODE)) {
            problem(exchange, 401, "wrong-code");
            return;
        }
        tokens.add("token-" + phone);
        send(
                exchange,
                200,
                "{\"accessToken\":\"token-" + phone + "\",\"refreshToken\":\"r\",\"user\":{\"id\":\"" + phone + "\"}}");
    }

    private void signedIn(HttpExchange exchange, String call, Map<String, String> body, String token, String user)
            throws IOException {
        if (call.equals("GET /api/me")) {
            send(exchange, 200, "{\"id\":\"" + (fault == Fault.OTHER_ME ? "somebody" : user) + "\"}");
        } else if (call.equals("POST /api/patients")) {
            patients.put(user, value(body, "certificateNumber"));
            if (fault == Fault.CRASH_ON_ADD) {
                problem(exchange, 500, "internal");
            } else {
                send(exchange, 201, "{\"id\":\"p-" + user + "\"}");
            }
        } else if (call.equals("GET /api/patients")) {
            String shown = fault == Fault.UNMASKED ? patients.getOrDefault(user, "") : "110***";
            send(exchange, 200, "{\"items\":[{\"id\":\"p-" + user + "\",\"certificateNumber\":\"" + shown + "\"}]}");
        } else if (call.startsWith("GET /api/patients/") && fault == Fault.FOREIGN_READABLE) {
            send(exchange, 200, "{}");
        } else if (call.equals("DELETE /api/sign-in")) {
            if (fault != Fault.IMMORTAL_TOKEN) {
                tokens.remove(token);
            }
            send(exchange, 204, "");
        } else {
            problem(exchange, 404, "not-found");
        }
    }

    private static String value(Map<String, String> body, String field) {
        return body.getOrDefault(field, "");
    }

    private void problem(HttpExchange exchange, int status, String code) throws IOException {
        boolean plain = fault == Fault.PLAIN_404 && status == 404;
        exchange.getResponseHeaders().set("Content-Type", plain ? "text/plain" : "application/problem+json");
        write(exchange, status, "{\"code\":\"" + code + "\",\"detail\":\"why\",\"traceId\":\"1\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, body);
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
