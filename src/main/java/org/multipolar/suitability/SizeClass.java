package org.multipolar.suitability;

import org.multipolar.catalog.Model;

/** What kind of model an untested one is taken for: closed, or open and of a size. */
enum SizeClass {
    CLOSED("closed"),
    OPEN_TO_10("open, up to 10 billion parameters or of unknown size"),
    OPEN_TO_40("open, up to 40 billion parameters"),
    OPEN_TO_120("open, up to 120 billion parameters"),
    OPEN_ABOVE_120("open, above 120 billion parameters");

    private final String words;

    SizeClass(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static SizeClass of(Model model) {
        var size = model.paramsBillion();
        if (!model.openness().open()) {
            return CLOSED;
        }
        if (size == null || size <= 10) {
            return OPEN_TO_10;
        }
        if (size <= 40) {
            return OPEN_TO_40;
        }
        return size <= 120 ? OPEN_TO_120 : OPEN_ABOVE_120;
    }
}
