package org.multipolar.rulebook;

import java.util.List;

/**
 * One of the conditions of a rule, all of which must hold.
 *
 * @param plain in plain words
 * @param written as the rule's file has it
 * @param parameters ids of the parameters it compares with
 */
public record Clause(String plain, String written, List<String> parameters) {

    public Clause {
        parameters = List.copyOf(parameters);
    }
}
