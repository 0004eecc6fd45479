package dev.slipway.platform.stack.app;

/** A program that does nothing. */
final class Hello {
    private Hello() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
