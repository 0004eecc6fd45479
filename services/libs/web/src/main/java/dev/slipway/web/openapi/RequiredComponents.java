package dev.slipway.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Documents a record's components as required unless they are {@link Nullable}: the document says what the code says. */
final class RequiredComponents implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType javaType = Json.mapper().constructType(type.getType());
        if (schema != null && javaType != null && javaType.getRawClass().isRecord()) {
            Schema<?> model = definition(schema, context);
            for (RecordComponent component : javaType.getRawClass().getRecordComponents()) {
                require(model, component);
            }
        }
        return schema;
    }

    private static void require(Schema<?> model, RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String name = component.getName();
        boolean shown = model.getProperties() != null && model.getProperties().containsKey(name);
        if (!optional
                && shown
                && (model.getRequired() == null || !model.getRequired().contains(name))) {
            model.addRequiredItem(name);
        }
    }

    private static Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
        if (schema.get$ref() == null) {
            return schema;
        }
        String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        Schema<?> model = context.getDefinedModels().get(name);
        return model == null ? schema : model;
    }
}
