package org.multipolar.web.page;

/**
 * Words in the reader's language, and what follows them in English because it is the text of a rule or of a file.
 *
 * @param words empty where all of it is English
 * @param english empty where none of it is
 */
public record Text(String words, String english) {

    static final Text NONE = new Text("", "");

    static Text said(String words) {
        return new Text(words, "");
    }

    static Text english(String words) {
        return new Text("", words);
    }
}
