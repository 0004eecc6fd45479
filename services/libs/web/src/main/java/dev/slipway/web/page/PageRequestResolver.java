package dev.slipway.web.page;

import dev.slipway.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code page} and {@code size}; anything out of range is a 400 that names the parameter. */
public final class PageRequestResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return new PageRequest(
                number(request, "page", 0, 0, PageRequest.MAX_PAGE),
                number(request, "size", PageRequest.DEFAULT_SIZE, 1, PageRequest.MAX_SIZE));
    }

    private static int number(NativeWebRequest request, String name, int preset, int least, int most) {
        String text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return preset;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the same refusal
        }
        throw ProblemException.invalid(name, "must be a whole number from " + least + " to " + most);
    }
}
