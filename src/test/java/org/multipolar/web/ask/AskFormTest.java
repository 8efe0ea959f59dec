package org.multipolar.web.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multipolar.Shipped;
import org.multipolar.bundle.SnapshotReader;
import org.multipolar.catalog.BadInput;
import org.multipolar.catalog.Buyer;
import org.multipolar.catalog.LimitClause;
import org.multipolar.catalog.World;
import org.multipolar.decision.JsonBody;
import org.multipolar.web.language.Tongue;

class AskFormTest {

    private static Collection<String> places() {
        var places = new TreeSet<>(Shipped.snapshot().world().countries().keySet());
        places.addAll(List.of("anywhere", "unknown"));
        return places;
    }

    private static byte[] profile(String id) {
        return World.known(Shipped.profiles(), "buyers/" + id + ".yaml");
    }

    private static Buyer read(byte[] profile) {
        var snapshot = Shipped.snapshot();
        return SnapshotReader.buyer("request", profile, snapshot.world(), snapshot.rulebook());
    }

    private static Buyer through(AskForm form) {
        return read(JsonBody.read(form.request(places()), "buyer", "asOf").alone("buyer"));
    }

    /** Only the digest differs: the profile is written anew. */
    @ParameterizedTest
    @ValueSource(strings = {"european-bank", "consumer-goods", "gulf-public-group"})
    void a_shipped_buyer_comes_through_the_form_as_it_was(String id) {
        var before = read(profile(id));
        var after = through(AskForm.of(profile(id), "2026-11-21", places()));

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("digest")
                .ignoringCollectionOrderInFields("limits.of")
                .isEqualTo(before);
    }

    @Test
    void served_only_from_is_said_by_what_may_serve() {
        var form = AskForm.of(profile("european-bank"), "", places());
        var near = form.limits().get(5);

        assertThat(near.form()).isEqualTo(LimitForm.ONLY_FROM);
        assertThat(near.of()).contains("DE", "GB", "SG").doesNotContain("US", "CN", "anywhere", "unknown");
    }

    @Test
    void a_limit_in_short_form_goes_along_as_it_is() {
        var profile = new String(Blank.profile(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("limits:\n", "limits:\n  - {never: {origin: CN}, why: 'Not <now>'}\n");
        var form = AskForm.of(profile.getBytes(java.nio.charset.StandardCharsets.UTF_8), "", places());

        assertThat(form.limits().get(0).form()).isEqualTo(LimitForm.OTHER);
        assertThat(through(form).limits())
                .extracting(LimitClause::id, LimitClause::why)
                .contains(org.assertj.core.groups.Tuple.tuple("never:origin:CN", "Not <now>"));
    }

    @Test
    void fields_sent_in_either_kind_of_form_are_read_alike() {
        var plain = Typed.read(
                "application/x-www-form-urlencoded",
                "a=1+%26&b=%C3%A4&a=2&c".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var many = Typed.read(
                "multipart/form-data; boundary=xx",
                ("--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1 &\r\n--xx\r\nContent-Disposition: form-data;"
                                + " name=\"b\"\r\n\r\n\u00e4\r\n--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n"
                                + "--xx\r\nContent-Disposition: form-data; name=\"c\"\r\n\r\n\r\n--xx--\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(plain.fields()).isEqualTo(many.fields());
        assertThat(plain.texts("a")).containsExactly("1 &", "2");
        assertThat(plain.text("b")).isEqualTo("\u00e4");
        assertThat(plain.text("none")).isEmpty();
        assertThatThrownBy(() -> Typed.read("multipart/form-data", new byte[0])).isInstanceOf(BadInput.class);
    }

    @Test
    void ids_are_made_of_titles_and_are_never_taken() {
        assertThat(Ids.of("Kr\u00e9dit-Memos, f\u00fcr Firmen!", List.of(), "demand"))
                .isEqualTo("kredit-memos-fur-firmen");
        assertThat(Ids.of("\u65e5\u672c\u8a9e", List.of("demand"), "demand")).isEqualTo("demand-2");
        assertThat(Ids.of("a", List.of("a", "a-2"), "demand")).isEqualTo("a-3");
    }

    @Test
    void every_sentence_puts_its_fields_where_its_language_wants_them() {
        for (var tongue : Tongue.all()) {
            for (var form : LimitForm.offered()) {
                var parts = Sentence.parts(tongue, "ask-limit." + form.word(), List.of("kind", "at", "scope", "of"));
                var slots = parts.stream()
                        .map(AskView.Part::slot)
                        .filter(each -> !each.isEmpty())
                        .toList();

                assertThat(slots).as("%s in %s", form, tongue).doesNotHaveDuplicates();
                assertThat(slots.contains("at")).as("%s in %s", form, tongue).isEqualTo(form.counts());
                assertThat(slots.contains("kind")).as("%s in %s", form, tongue).isEqualTo(form.share());
                assertThat(slots.contains("of")).as("%s in %s", form, tongue).isEqualTo(form.names());
            }
        }
    }

    @Test
    void a_language_alone_needs_no_percent() {
        var form = AskForm.of(Blank.profile(), "", places());
        var demand = form.demands().get(0);
        var alone = new DemandRow(
                demand.texts(), List.of(new DemandRow.Language("de", "")), List.of(), List.of(), "basic", false, "");

        assertThat(through(form.with(List.of(alone))).demands().get(0).languages())
                .containsExactly(new org.multipolar.catalog.Demand.DemandLanguage("de", 100));
    }
}
