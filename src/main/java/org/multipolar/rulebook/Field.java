package org.multipolar.rulebook;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The facts a rule may ask for: the vocabulary shared by rules, case files and candidates. */
public enum Field {
    OPERATING_COUNTRY("operating_country", "operatingCountry", Kind.TEXT, false),
    BUYER_SEAT("buyer_seat", "buyerSeat", Kind.TEXT, false),
    BUYER_OWNERSHIP("buyer_ownership", "buyerOwnership", Kind.TEXT, false),
    BUYER_TYPE("buyer_type", "buyerType", Kind.TEXT, false),
    DATA_SENSITIVITY("data_sensitivity", "dataSensitivity", Kind.TEXT, false),
    SECTOR("sector", "sector", Kind.TEXT, false),
    AUDIENCE("audience", "audience", Kind.TEXT, false),
    SUPPLIER("supplier", "supplier", Kind.TEXT, false),
    SUPPLIER_ORIGIN("supplier_origin", "supplierOrigin", Kind.TEXT, false),
    PARENT_ORIGIN("parent_origin", "parentOrigin", Kind.TEXT, false),
    HOST("host", "host", Kind.TEXT, false),
    HOST_ORIGIN("host_origin", "hostOrigin", Kind.TEXT, false),
    SERVING_COUNTRY("serving_country", "servingCountry", Kind.TEXT, false),
    ACCESS_MODE("access_mode", "accessMode", Kind.TEXT, false),
    OPENNESS("openness", "openness", Kind.TEXT, false),
    LICENCE("licence", "licence", Kind.TEXT, false),
    MODALITY("modality", "modality", Kind.TEXT, false),
    SERVED_AT_HOME("served_at_home", "servedAtHome", Kind.TEXT, false),
    MODEL_RELEASE_DATE("model_release_date", "modelReleaseDate", Kind.DAY, false),
    TRAINING_COMPUTE("training_compute_flop", "trainingCompute", Kind.AMOUNT, false),
    BASE_LINEAGE("base_lineage", "baseLineage", Kind.TAGS, false),
    // What is not stated here is not so: these are facts that somebody must claim before they hold.
    MODEL_FAMILY("model_family", "modelFamily", Kind.TEXT, true),
    CRITICALITY("criticality", "criticality", Kind.TEXT, true),
    PLACE_STATED("place_stated", "placeStated", Kind.TEXT, true),
    REACH("reach", "reach", Kind.TEXT, true),
    USE_CASE("use_case", "useCase", Kind.TAGS, true),
    FLAGS("flags", "flags", Kind.TAGS, true),
    LANGUAGE_REQUIRED("language_required", "languageRequired", Kind.TAGS, true),
    AS_OF("as_of", "asOf", Kind.DAY, false);

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

    Field(String word, String accessor, Kind kind, boolean absentMeansNone) {
        this.word = word;
        this.accessor = accessor;
        this.kind = kind;
        this.absentMeansNone = absentMeansNone;
    }

    /** {@return the key that case files use} */
    public String word() {
        return word;
    }

    /** {@return the name that rules use} */
    public String accessor() {
        return accessor;
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
