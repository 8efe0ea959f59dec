package org.multipolar.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One candidate used in one country and served from one place: the fact that rules test.
 *
 * <p>Its components are the vocabulary of the rules; {@link Field} says what case files call them.
 *
 * @param number which of the facts judged together this is
 * @param certain whether unknown facts were taken as failing every condition
 */
public record Case(
        int number,
        boolean certain,
        Text operatingCountry,
        Text buyerSeat,
        Text buyerOwnership,
        Text buyerType,
        Text dataSensitivity,
        Text sector,
        Text audience,
        Text supplier,
        Text supplierOrigin,
        Text parentOrigin,
        Text host,
        Text hostOrigin,
        Text servingCountry,
        Text accessMode,
        Text openness,
        Text licence,
        Text modality,
        Text servedAtHome,
        Day modelReleaseDate,
        Amount trainingCompute,
        Tags baseLineage,
        Text modelFamily,
        Text criticality,
        Text placeStated,
        Text reach,
        Tags useCase,
        Tags flags,
        Tags languageRequired,
        Day asOf) {

    static Case of(int number, Facts facts, Lens lens) {
        return new Case(
                number,
                !lens.unknownHolds(),
                text(facts, Field.OPERATING_COUNTRY, lens),
                text(facts, Field.BUYER_SEAT, lens),
                text(facts, Field.BUYER_OWNERSHIP, lens),
                text(facts, Field.BUYER_TYPE, lens),
                text(facts, Field.DATA_SENSITIVITY, lens),
                text(facts, Field.SECTOR, lens),
                text(facts, Field.AUDIENCE, lens),
                text(facts, Field.SUPPLIER, lens),
                text(facts, Field.SUPPLIER_ORIGIN, lens),
                text(facts, Field.PARENT_ORIGIN, lens),
                text(facts, Field.HOST, lens),
                text(facts, Field.HOST_ORIGIN, lens),
                text(facts, Field.SERVING_COUNTRY, lens),
                text(facts, Field.ACCESS_MODE, lens),
                text(facts, Field.OPENNESS, lens),
                text(facts, Field.LICENCE, lens),
                text(facts, Field.MODALITY, lens),
                text(facts, Field.SERVED_AT_HOME, lens),
                new Day(one(facts, Field.MODEL_RELEASE_DATE), lens),
                new Amount(one(facts, Field.TRAINING_COMPUTE), lens),
                tags(facts, Field.BASE_LINEAGE, lens),
                text(facts, Field.MODEL_FAMILY, lens),
                text(facts, Field.CRITICALITY, lens),
                text(facts, Field.PLACE_STATED, lens),
                text(facts, Field.REACH, lens),
                tags(facts, Field.USE_CASE, lens),
                tags(facts, Field.FLAGS, lens),
                tags(facts, Field.LANGUAGE_REQUIRED, lens),
                new Day(lens.parameters().day().toString(), lens));
    }

    private static Text text(Facts facts, Field field, Lens lens) {
        return new Text(one(facts, field), lens);
    }

    private static Tags tags(Facts facts, Field field, Lens lens) {
        var values = facts.values().get(field);
        return new Tags(values == null && field.absentMeansNone() ? List.of() : values, lens);
    }

    private static @Nullable String one(Facts facts, Field field) {
        var values = facts.values().get(field);
        if (values == null || values.isEmpty()) {
            return field.absentMeansNone() ? field.absent() : null;
        }
        return values.get(0);
    }
}
