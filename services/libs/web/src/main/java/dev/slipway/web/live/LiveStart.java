package dev.slipway.web.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.ConfigurableBootstrapContext;

/** What the loading of the environment found out, handed over to the application context. */
final class LiveStart {

    /** A text that was refused before there was anything to report it to. */
    record Refusal(Document document, String text, ConfigurationRefused cause) {}

    private static final String BEAN = "liveStart";

    private final AcceptedCopies copies;
    private final Map<Document, @Nullable String> texts = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private boolean away;

    LiveStart(AcceptedCopies copies) {
        this.copies = copies;
    }

    /** The one of this start, made at the first import. */
    static LiveStart of(ConfigurableBootstrapContext bootstrap, AcceptedCopies copies) {
        if (!bootstrap.isRegistered(LiveStart.class)) {
            LiveStart start = new LiveStart(copies);
            bootstrap.register(LiveStart.class, InstanceSupplier.of(start));
            bootstrap.addCloseListener(
                    event -> event.getApplicationContext().getBeanFactory().registerSingleton(BEAN, start));
        }
        return bootstrap.get(LiveStart.class);
    }

    AcceptedCopies copies() {
        return copies;
    }

    /** Whether Nacos has already kept this start waiting once; it is not asked again then. */
    boolean away() {
        return away;
    }

    void foundAway() {
        away = true;
    }

    /** @param text what is in the environment for this document, null for nothing */
    void loaded(Document document, @Nullable String text) {
        texts.put(document, text);
    }

    void refused(Document document, String text, ConfigurationRefused cause) {
        refusals.add(new Refusal(document, text, cause));
    }

    Map<Document, @Nullable String> texts() {
        return texts;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    @Nullable
    String refusedText(Document document) {
        return refusals.stream()
                .filter(refusal -> refusal.document().equals(document))
                .map(Refusal::text)
                .findFirst()
                .orElse(null);
    }
}
