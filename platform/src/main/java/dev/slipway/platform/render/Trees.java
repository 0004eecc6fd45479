package dev.slipway.platform.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as trees of mappings, lists and scalars, and back. */
public final class Trees {
    private static final JsonMapper WRITER = JsonMapper.builder().build();
    private static final JsonMapper READER =
            JsonMapper.builder().annotationIntrospector(new OnlyKnownFields()).build();

    private Trees() {}

    public static Map<String, @Nullable Object> of(HasMetadata object) {
        return WRITER.convertValue(object, new TypeReference<>() {});
    }

    /** @throws IllegalArgumentException naming a field that objects of this type do not have, or whose value is of a wrong type */
    static HasMetadata object(Map<String, @Nullable Object> tree, Class<? extends HasMetadata> type) {
        try {
            // By its text: a field that takes a number or a text knows no number but the smallest that its digits fit
            // into.
            return READER.readValue(WRITER.writeValueAsString(tree), type);
        } catch (JsonProcessingException misfit) {
            throw new IllegalArgumentException(misfit.getOriginalMessage(), misfit);
        }
    }

    /** The model keeps fields that it does not know; a patch with a slip of the pen would do nothing. */
    private static final class OnlyKnownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
