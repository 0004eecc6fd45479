package dev.slipway.hosp.upload;

import dev.slipway.web.problem.FieldProblem;
import dev.slipway.web.problem.ProblemException;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at the fields of each item of a batch. */
@Component
public class BatchReader {
    /** Most items of one call. */
    public static final int MOST = 500;

    private final Validator validator;

    BatchReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * In the order of the requests.
     *
     * @param id what the hospital calls the item
     * @param convert called for well-formed requests only
     * @throws ProblemException 422 for more than {@value #MOST} items
     */
    public <R, T> List<Item<T>> read(List<R> requests, Function<R, @Nullable String> id, Function<R, T> convert) {
        if (requests.size() > MOST) {
            String detail = "A call takes at most " + MOST + " items.";
            throw ProblemException.unprocessable(
                    "too-many-items", detail, List.of(new FieldProblem("items", "must have at most " + MOST)));
        }
        Set<String> seen = new HashSet<>();
        List<Item<T>> items = new ArrayList<>();
        for (R request : requests) {
            items.add(read(request, id.apply(request), convert, seen));
        }
        return items;
    }

    private <R, T> Item<T> read(R request, @Nullable String id, Function<R, T> convert, Set<String> seen) {
        String fault = validator.validate(request).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        if (id == null || !fault.isEmpty()) {
            return new Item.Unfit<>(id, fault);
        }
        return seen.add(id)
                ? new Item.Fit<>(id, convert.apply(request))
                : new Item.Unfit<>(id, "stands more than once in this call; the first one counts");
    }
}
