package dev.slipway.platform.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The parts of a document and where they are written. Rules that span several parts are checked on it, so that they are
 * checked even where a part could not be bound. Paths are keys, and for sequences positions from 0.
 */
public final class Outline {
    private final String file;
    private final @Nullable Node root;

    Outline(String file, @Nullable Node root) {
        this.file = file;
        this.root = root;
    }

    /** A text in the document and where it stands. */
    public record Word(String text, Outline outline, Node node) {
        public Problem problem(String what) {
            return problemAt(outline.file, node, what);
        }
    }

    /** The keys of the mapping at the path, in order; none when there is no mapping. */
    public List<Word> keys(String... path) {
        var keys = new ArrayList<Word>();
        if (find(path).orElse(null) instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    keys.add(new Word(key.getValue(), this, key));
                }
            }
        }
        return keys;
    }

    /** The scalars of the sequence at the path, or the one scalar there; none when there is neither. */
    public List<Word> words(String... path) {
        Node node = find(path).orElse(null);
        if (node instanceof ScalarNode scalar) {
            return List.of(new Word(scalar.getValue(), this, scalar));
        }
        var words = new ArrayList<Word>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    words.add(new Word(scalar.getValue(), this, scalar));
                }
            }
        }
        return words;
    }

    /** Where the part at the path is written; empty when it is left out. */
    public Optional<Place> place(String... path) {
        return find(path).map(node -> {
            Problem here = problemAt(file, node, "");
            return new Place(file, here.line(), here.column());
        });
    }

    /** A fault of what is written at the path, or of the nearest part around it that is written. */
    public Problem problem(String what, String... path) {
        for (int length = path.length; length > 0; length--) {
            var node = find(Arrays.copyOf(path, length));
            if (node.isPresent()) {
                return problemAt(file, node.get(), what);
            }
        }
        return root == null ? new Problem(file, 1, 1, what) : problemAt(file, root, what);
    }

    private Optional<Node> find(String... path) {
        Node node = root;
        for (String step : path) {
            node = node == null ? null : child(node, step);
        }
        return Optional.ofNullable(node);
    }

    private static @Nullable Node child(Node node, String step) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(step)) {
                    return entry.getValueNode();
                }
            }
        }
        if (node instanceof SequenceNode sequence && step.matches("\\d{1,6}")) {
            int position = Integer.parseInt(step);
            return position < sequence.getValue().size() ? sequence.getValue().get(position) : null;
        }
        return null;
    }

    static Problem problemAt(String file, Node node, String what) {
        return node.getStartMark()
                .map(mark -> new Problem(file, mark.getLine() + 1, mark.getColumn() + 1, what))
                .orElse(new Problem(file, 1, 1, what));
    }
}
