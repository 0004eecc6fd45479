package dev.slipway.test.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call is to be made of; changed until it is sent. */
final class Draft {
    /** Texts by parameter. */
    final Map<String, String> parameters = new HashMap<>();

    /** Pieces of the path by parameter that are sent without encoding them. */
    final Map<String, String> pieces = new HashMap<>();

    final Map<String, String> headers = new LinkedHashMap<>();
    final Map<String, byte[]> parts = new LinkedHashMap<>();

    @Nullable
    JsonNode json;

    /** Instead of {@link #json} and {@link #parts}. */
    byte @Nullable [] raw;
}
