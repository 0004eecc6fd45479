package dev.slipway.hospital.clerk;

/** Someone who works with these pages; the text form does not show the password's hash. */
public record Clerk(String username, String passwordHash) {
    @Override
    public String toString() {
        return "Clerk[" + username + "]";
    }
}
