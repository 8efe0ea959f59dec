package org.multipolar.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to review, as the page asks it.
 *
 * @param about the question that it belongs to, by name of the parameter and its value
 * @param bought offers of the mix, where it is known
 * @param named whether who asks is typed in
 */
public record ReviewForm(
        String buyerName,
        List<Hidden> about,
        String asOf,
        List<Form.Option> demands,
        List<Form.Option> bought,
        List<Form.Option> offers,
        List<Form.Option> suppliers,
        boolean quick,
        boolean named,
        String by,
        @Nullable FaultView fault) {

    /** A field that goes along unseen. */
    public record Hidden(String name, String value) {}
}
