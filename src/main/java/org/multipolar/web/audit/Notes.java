package org.multipolar.web.audit;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What becomes known of a request while it is answered; any thread of it may tell. */
final class Notes {

    /** A body may name a buyer once; whoever sends thousands is not written down thousandfold. */
    private static final int MOST_BUYERS = 20;

    private final SortedSet<String> buyers = new TreeSet<>();
    private String question = "";
    private String tool = "";

    synchronized void buyer(String id) {
        if (buyers.size() < MOST_BUYERS) {
            buyers.add(id);
        }
    }

    synchronized void question(String digest) {
        question = digest;
    }

    synchronized void tool(String name) {
        tool = name;
    }

    synchronized List<String> buyers() {
        return List.copyOf(buyers);
    }

    synchronized String question() {
        return question;
    }

    synchronized String tool() {
        return tool;
    }
}
