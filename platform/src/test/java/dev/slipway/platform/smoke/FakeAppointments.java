package dev.slipway.platform.smoke;

import dev.slipway.platform.smoke.FakeGateway.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The appointments of a fake stack, its cashier, operator and the hospital's pages; all of it is done at once. */
final class FakeAppointments {
    static final String PASSWORD = "of-these-tests";
    static final String OPERATOR = "operator";

    private static final int PLACES = 30;
    private static final Pattern OWN = Pattern.compile("(?:GET|POST) /api/(?:dev/)?appointments/(\\w+)(/\\w+)?");
    private static final Pattern CASHIER = Pattern.compile("POST /cashier/(\\w+)");
    private static final Pattern SHOWN = Pattern.compile("GET /admin/appointments/(\\w+)");
    private static final Pattern FETCH = Pattern.compile("POST /hospitals/H1/orders/(\\w+)/fetched");

    private final Fault fault;
    private final List<Booked> all = new ArrayList<>();
    private final Map<String, List<String>> notices = new HashMap<>();

    FakeAppointments(Fault fault) {
        this.fault = fault;
    }

    /** Changes as its patient changes it. */
    private static final class Booked {
        final String number;
        final String user;
        String status = "CONFIRMED";
        String payment = "";

        Booked(String number, String user) {
            this.number = number;
            this.user = user;
        }

        String json() {
            return "{\"number\":\"" + number + "\",\"status\":\"" + status + "\"}";
        }

        boolean isActive() {
            return List.of("CONFIRMED", "PAID", "FETCHED").contains(status);
        }
    }

    record Reply(int status, String body) {}

    /**
     * @param user who is signed in, empty for nobody
     * @return null when it is not about appointments
     */
    @Nullable
    Reply answer(String call, String query, String user) {
        if (call.equals("POST /api/sign-in/operators")) {
            return fault == Fault.NO_OPERATOR
                    ? new Reply(401, "")
                    : new Reply(200, "{\"accessToken\":\"token-" + OPERATOR + "\"}");
        }
        Matcher cashier = CASHIER.matcher(call);
        if (cashier.matches()) {
            return paid(find(cashier.group(1)));
        }
        if (call.contains("/hospitals/H1/orders") || call.endsWith(" /sign-in")) {
            return page(call);
        }
        if (call.equals("GET /api/schedules/s1")) {
            return new Reply(200, "{\"available\":" + available() + "}");
        }
        return user.isEmpty() ? null : signedIn(call, query, user);
    }

    private long available() {
        boolean every = fault == Fault.KEPT_PLACE;
        long taken = all.stream().filter(each -> every || each.isActive()).count();
        return fault == Fault.OVERSOLD ? PLACES : PLACES - taken;
    }

    private @Nullable Reply signedIn(String call, String query, String user) {
        if (call.endsWith("/verification")) {
            return new Reply(call.startsWith("PUT /api/me") ? 202 : 200, "{}");
        }
        if (call.equals("POST /api/appointments")) {
            return booked(user);
        }
        if (call.equals("GET /api/appointments")) {
            return list(query.contains("status=expired"));
        }
        Matcher own = OWN.matcher(call);
        if (own.matches()) {
            Booked one = find(own.group(1));
            boolean theirs = one.user.equals(user) || fault == Fault.OPEN_APPOINTMENT;
            return theirs ? own(call, one, String.valueOf(own.group(2))) : null;
        }
        return user.equals(OPERATOR) ? operator(call) : null;
    }

    private Booked find(String number) {
        return all.stream()
                .filter(each -> each.number.equals(number))
                .findFirst()
                .orElseThrow();
    }

    private Reply booked(String user) {
        var one = new Booked("n" + (all.size() + 1), user);
        all.add(one);
        tell(one, "appointment-confirmed");
        if (fault == Fault.TWO_MESSAGES) {
            tell(one, "appointment-confirmed");
        }
        return new Reply(201, one.json());
    }

    private Reply list(boolean expired) {
        List<String> items = new ArrayList<>();
        all.stream()
                .filter(each -> !expired || each.status.equals("EXPIRED"))
                .forEach(each -> items.add(0, each.json()));
        if (fault == Fault.FORGOTTEN) {
            items.remove(0);
        }
        return new Reply(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    private Reply own(String call, Booked one, String what) {
        return switch (what) {
            case "/payment" ->
                call.startsWith("GET")
                        ? new Reply(200, "{\"status\":\"" + one.payment + "\"}")
                        : new Reply(201, "{\"outTradeNo\":\"" + one.number + "\",\"qrPng\":\"x\"}");
            case "/cancellation" -> cancelled(one);
            case "/expiry" -> expired(one);
            default -> new Reply(200, one.json());
        };
    }

    private Reply paid(Booked one) {
        one.status = fault == Fault.DEAF_TO_MONEY ? one.status : "PAID";
        one.payment = "paid";
        tell(one, "payment-completed");
        return new Reply(204, "");
    }

    private Reply cancelled(Booked one) {
        one.status = fault == Fault.KEPT_MONEY ? "REFUNDING" : "REFUNDED";
        one.payment = "refunded";
        tell(one, "appointment-cancelled");
        tell(one, "payment-refunded");
        return new Reply(200, one.json());
    }

    private Reply expired(Booked one) {
        one.status = fault == Fault.IMMORTAL_BOOKING ? one.status : "EXPIRED";
        tell(one, "appointment-expired");
        return new Reply(204, "");
    }

    private @Nullable Reply operator(String call) {
        Matcher shown = SHOWN.matcher(call);
        if (call.equals("GET /admin/appointments")) {
            return list(false);
        }
        if (shown.matches()) {
            String payment = find(shown.group(1)).payment;
            String payments = payment.isEmpty() ? "" : "{\"status\":\"" + payment + "\"}";
            String untold = fault == Fault.UNTOLD ? "{}" : "";
            return new Reply(200, "{\"incidents\":[],\"untold\":[" + untold + "],\"payments\":[" + payments + "]}");
        }
        if (call.startsWith("GET /admin/statistics/")) {
            long counted = fault == Fault.UNCOUNTED
                    ? 0
                    : all.stream().filter(Booked::isActive).count();
            return new Reply(200, "{\"counts\":[" + counted + "]}");
        }
        return null;
    }

    private Reply page(String call) {
        Matcher fetch = FETCH.matcher(call);
        if (fetch.matches() && fault != Fault.NUMBER_KEPT) {
            find(fetch.group(1)).status = "FETCHED";
        }
        if (call.startsWith("POST")) {
            return new Reply(302, "");
        }
        String buttons = all.stream()
                .filter(each -> each.status.equals("PAID"))
                .map(each -> "/hospitals/H1/orders/" + each.number + "/fetched")
                .collect(Collectors.joining(" "));
        return new Reply(200, "<input name=\"_csrf\" value=\"t\"> " + buttons);
    }

    private void tell(Booked one, String template) {
        notices.computeIfAbsent(one.user, phone -> new ArrayList<>())
                .add("{\"template\":\"" + template + "\",\"text\":\"\"}");
    }

    /** What came to a phone, besides codes. */
    List<String> notices(String phone) {
        return notices.getOrDefault(phone, List.of());
    }
}
