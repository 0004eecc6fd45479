package dev.slipway.user.operator;

/** Someone who runs the platform; the text form does not show the password's hash. */
public record Operator(String id, String username, String name, String passwordHash) {
    @Override
    public String toString() {
        return "Operator[" + id + "]";
    }
}
