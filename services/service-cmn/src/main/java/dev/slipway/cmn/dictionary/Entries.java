package dev.slipway.cmn.dictionary;

import java.util.List;
import java.util.Optional;

/** All entries of all dictionaries. Lists are in the order of their values, shorter first: numbers stand as numbers. */
public interface Entries {
    List<Entry> roots();

    Optional<Entry> find(long id);

    Optional<Entry> root(String code);

    /** The entry anywhere below the root. */
    Optional<Entry> find(String code, String value);

    List<Entry> children(long id);

    /** Ids and depths of the entry and of all below it. */
    List<Place> subtree(long id);

    long addRoot(String code, String name);

    long add(Entry parent, String value, String name);

    void changeRoot(long id, String code, String name);

    void change(long id, String value, String name);

    /** @param deeper added to the depth of each of {@code subtree} */
    void move(long id, long parentId, List<Place> subtree, int deeper);

    void remove(long id);

    /** Where an entry stands. */
    record Place(long id, int depth) {}
}
