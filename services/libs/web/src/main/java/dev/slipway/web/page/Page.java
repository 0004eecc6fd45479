package dev.slipway.web.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list, in the contract's shape.
 *
 * @param page zero-based number of the page
 * @param size most items a page may have
 * @param total number of items on all pages
 */
public record Page<T>(List<T> items, int page, int size, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
        return new Page<>(items, request.page(), request.size(), total);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), page, size, total);
    }
}
