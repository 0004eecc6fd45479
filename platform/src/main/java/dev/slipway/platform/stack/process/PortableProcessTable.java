package dev.slipway.platform.stack.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What the JDK knows on every system; environments, programs and memory are not among it. */
final class PortableProcessTable implements ProcessTable {
    @Override
    public OptionalLong started(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(start -> OptionalLong.of(start.toEpochMilli()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Map<String, String> environment(long pid) {
        return Map.of();
    }

    @Override
    public boolean tellsWhose() {
        return false;
    }

    @Override
    public Optional<Path> program(long pid) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> directory(long pid) {
        return Optional.empty();
    }

    @Override
    public LongStream pids() {
        return LongStream.empty();
    }

    @Override
    public OptionalLong residentBytes(long pid) {
        return OptionalLong.empty();
    }
}
