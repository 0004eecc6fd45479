package dev.slipway.platform.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store in memory that can be edited between a reading and the writing that follows it. */
final class FakeStore implements ConfigStore {
    final Map<String, String> texts = new TreeMap<>();
    Runnable beforeNextWrite = () -> {};
    int writes;

    @Override
    public List<String> names(String group) {
        return texts.keySet().stream()
                .filter(name -> ConfigEntry.groupOf(name).equals(group) && !name.equals(SyncRecord.NAME))
                .toList();
    }

    @Override
    public Optional<Stored> read(String group, String dataId) {
        return Optional.ofNullable(texts.get(dataId)).map(text -> new Stored(text, Digest.md5(text)));
    }

    @Override
    public void write(String group, String dataId, String type, String text, Optional<String> expected)
            throws Conflict {
        Runnable meanwhile = beforeNextWrite;
        beforeNextWrite = () -> {};
        meanwhile.run();
        String current = texts.get(dataId);
        if (current != null && !Digest.md5(current).equals(expected.orElse(""))) {
            throw new Conflict(dataId);
        }
        texts.put(dataId, text);
        writes++;
    }
}
