package dev.slipway.user.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The client's address: the gateway drops what a client claims and sets the header itself. */
final class ClientAddress {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private ClientAddress() {}

    static String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        String first = forwarded == null ? "" : forwarded.split(",", 2)[0].strip();
        return FORM.matcher(first).matches() ? first : request.getRemoteAddr();
    }
}
