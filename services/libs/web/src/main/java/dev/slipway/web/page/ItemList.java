package dev.slipway.web.page;

import java.util.List;

/** A whole list: {@code {"items": […]}}, an object so that fields can be added later. */
public record ItemList<T>(List<T> items) {
    public ItemList {
        items = List.copyOf(items);
    }
}
