package org.multipolar.rulebook;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The facts a rule may ask for: the vocabulary shared by rules, case files and candidates. */
public enum Field {
    OPERATING_COUNTRY("operating_country", "operatingCountry", Kind.TEXT, false, Case::operatingCountry),
    BUYER_SEAT("buyer_seat", "buyerSeat", Kind.TEXT, false, Case::buyerSeat),
    BUYER_OWNERSHIP("buyer_ownership", "buyerOwnership", Kind.TEXT, false, Case::buyerOwnership),
    BUYER_TYPE("buyer_type", "buyerType", Kind.TEXT, false, Case::buyerType),
    DATA_SENSITIVITY("data_sensitivity", "dataSensitivity", Kind.TEXT, false, Case::dataSensitivity),
    SECTOR("sector", "sector", Kind.TEXT, false, Case::sector),
    AUDIENCE("audience", "audience", Kind.TEXT, false, Case::audience),
    SUPPLIER("supplier", "supplier", Kind.TEXT, false, Case::supplier),
    SUPPLIER_ORIGIN("supplier_origin", "supplierOrigin", Kind.TEXT, false, Case::supplierOrigin),
    PARENT_ORIGIN("parent_origin", "parentOrigin", Kind.TEXT, false, Case::parentOrigin),
    HOST("host", "host", Kind.TEXT, false, Case::host),
    HOST_ORIGIN("host_origin", "hostOrigin", Kind.TEXT, false, Case::hostOrigin),
    SERVING_COUNTRY("serving_country", "servingCountry", Kind.TEXT, false, Case::servingCountry),
    ACCESS_MODE("access_mode", "accessMode", Kind.TEXT, false, Case::accessMode),
    OPENNESS("openness", "openness", Kind.TEXT, false, Case::openness),
    LICENCE("licence", "licence", Kind.TEXT, false, Case::licence),
    MODALITY("modality", "modality", Kind.TEXT, false, Case::modality),
    SERVED_AT_HOME("served_at_home", "servedAtHome", Kind.TEXT, false, Case::servedAtHome),
    MODEL_RELEASE_DATE("model_release_date", "modelReleaseDate", Kind.DAY, false, Case::modelReleaseDate),
    TRAINING_COMPUTE("training_compute_flop", "trainingCompute", Kind.AMOUNT, false, Case::trainingCompute),
    BASE_LINEAGE("base_lineage", "baseLineage", Kind.TAGS, false, Case::baseLineage),
    // What is not stated here is not so: these are facts that somebody must claim before they hold.
    MODEL_FAMILY("model_family", "modelFamily", Kind.TEXT, true, Case::modelFamily),
    CRITICALITY("criticality", "criticality", Kind.TEXT, true, Case::criticality),
    PLACE_STATED("place_stated", "placeStated", Kind.TEXT, true, Case::placeStated),
    REACH("reach", "reach", Kind.TEXT, true, Case::reach),
    USE_CASE("use_case", "useCase", Kind.TAGS, true, Case::useCase),
    FLAGS("flags", "flags", Kind.TAGS, true, Case::flags),
    LANGUAGE_REQUIRED("language_required", "languageRequired", Kind.TAGS, true, Case::languageRequired),
    AS_OF("as_of", "asOf", Kind.DAY, false, Case::asOf);

    /** What kind of value a field holds, and so which questions may be asked of it. */
    public enum Kind {
        TEXT,
        TAGS,
        DAY,
        AMOUNT
    }

    private static final Map<String, Field> BY_WORD = new TreeMap<>();
    private static final Map<String, Field> BY_ACCESSOR = new TreeMap<>();

    static {
        Arrays.stream(values()).forEach(field -> {
            BY_WORD.put(field.word, field);
            BY_ACCESSOR.put(field.accessor, field);
        });
    }

    private final String word;
    private final String accessor;
    private final Kind kind;
    private final boolean absentMeansNone;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a record's accessor holds no state
    private final Function<Case, ?> of;

    Field(String word, String accessor, Kind kind, boolean absentMeansNone, Function<Case, ?> of) {
        this.word = word;
        this.accessor = accessor;
        this.kind = kind;
        this.absentMeansNone = absentMeansNone;
        this.of = of;
    }

    /** {@return the key that case files use} */
    public String word() {
        return word;
    }

    /** {@return the name that rules use} */
    public String accessor() {
        return accessor;
    }

    /** {@return the fact of a case} */
    Function<Case, ?> of() {
        return of;
    }

    public Kind kind() {
        return kind;
    }

    /** {@return the word that a missing value stands for, where it means none} */
    String absent() {
        return this == CRITICALITY ? "ordinary" : this == REACH ? "not-asked" : "";
    }

    /** {@return whether a missing value means none, rather than unknown} */
    public boolean absentMeansNone() {
        return absentMeansNone;
    }

    static Map<String, Field> byWord() {
        return BY_WORD;
    }

    static Map<String, Field> byAccessor() {
        return BY_ACCESSOR;
    }
}
