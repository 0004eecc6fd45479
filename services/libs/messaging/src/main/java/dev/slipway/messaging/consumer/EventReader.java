package dev.slipway.messaging.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.springframework.amqp.core.Message;

/** Reads messages of one type; refusals name the place of a fault and never its value, which may be secret. */
final class EventReader<T> {

    private static final int LONGEST_ID = 64;

    private final String type;
    private final ObjectReader payloads;

    EventReader(ObjectMapper mapper, String type, Class<T> payload) {
        this.type = type;
        this.payloads = mapper.readerFor(payload)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    ReceivedEvent<T> read(Message message) {
        String id = message.getMessageProperties().getMessageId();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            throw new Undeliverable("no usable event id");
        }
        if (!type.equals(message.getMessageProperties().getType())) {
            throw new Undeliverable("not of type " + type);
        }
        return new ReceivedEvent<>(id, type, payload(message));
    }

    private T payload(Message message) {
        try {
            T payload = payloads.readValue(message.getBody());
            if (payload == null) {
                throw new Undeliverable("empty body");
            }
            return payload;
        } catch (JsonMappingException e) {
            throw new Undeliverable("body does not fit at '" + path(e) + "'");
        } catch (JsonProcessingException e) {
            throw new Undeliverable("body is not JSON");
        } catch (IOException e) {
            throw new Undeliverable("body cannot be read");
        }
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
