package dev.slipway.web.page;

/**
 * Which page is asked for ({@code ?page=0&size=20}); may stand as a controller's argument.
 *
 * @param page zero-based, at most 100,000
 * @param size 1 to 100
 */
public record PageRequest(int page, int size) {
    static final int DEFAULT_SIZE = 20;
    static final int MAX_SIZE = 100;
    static final int MAX_PAGE = 100_000;

    public PageRequest {
        if (page < 0 || page > MAX_PAGE || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("page " + page + ", size " + size);
        }
    }

    /** Number of items on the pages before this one. */
    public long offset() {
        return (long) page * size;
    }
}
