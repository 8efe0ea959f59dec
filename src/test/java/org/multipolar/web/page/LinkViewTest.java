package org.multipolar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkViewTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?b=c, https://example.org/a?b=c",
        "github:a/b@0123abcd, https://github.com/a/b/tree/0123abcd",
        "github:a/b@0123abcd:data/x.json (upstream github:c/d), https://github.com/a/b/blob/0123abcd/data/x.json",
        "github:a/b:README.md, https://github.com/a/b/blob/HEAD/README.md",
        "github.com/a/b data/x.csv @12ab; github.com/c/d y @34, https://github.com/a/b/blob/12ab/data/x.csv",
        "github.com/a/b outputs/*.csv @12ab, https://github.com/a/b/blob/12ab/outputs/",
        "public file (original: https://example.org/x), https://example.org/x"
    })
    void an_address_in_any_of_the_written_forms_can_be_followed(String written, String href) {
        assertThat(LinkView.href(written)).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "public GitHub file, not archived here", "javascript:alert(1)", "data:text/html,x", "//x.org"
            })
    void anything_else_is_text_alone(String written) {
        assertThat(LinkView.href(written)).isEmpty();
    }

    @Test
    void quotes_and_brackets_end_an_address() {
        assertThat(LinkView.href("https://x.org/\"><script>")).isEqualTo("https://x.org/");
    }
}
