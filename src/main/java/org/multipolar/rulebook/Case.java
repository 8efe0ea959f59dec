package org.multipolar.rulebook;

/**
 * One candidate used in one country and served from one place: the fact that rules test.
 *
 * <p>Its components are the vocabulary of the rules; {@link Field} says what case files call them. Two cases are equal when
 * no rule can tell them apart.
 *
 * @param answers what all the other components answer to the questions that rules ask
 */
public record Case(
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
        Day asOf,
        Answers answers) {

    static Case of(Facts facts, Reading.Look look) {
        return new Case(
                look.text(facts, Field.OPERATING_COUNTRY),
                look.text(facts, Field.BUYER_SEAT),
                look.text(facts, Field.BUYER_OWNERSHIP),
                look.text(facts, Field.BUYER_TYPE),
                look.text(facts, Field.DATA_SENSITIVITY),
                look.text(facts, Field.SECTOR),
                look.text(facts, Field.AUDIENCE),
                look.text(facts, Field.SUPPLIER),
                look.text(facts, Field.SUPPLIER_ORIGIN),
                look.text(facts, Field.PARENT_ORIGIN),
                look.text(facts, Field.HOST),
                look.text(facts, Field.HOST_ORIGIN),
                look.text(facts, Field.SERVING_COUNTRY),
                look.text(facts, Field.ACCESS_MODE),
                look.text(facts, Field.OPENNESS),
                look.text(facts, Field.LICENCE),
                look.text(facts, Field.MODALITY),
                look.text(facts, Field.SERVED_AT_HOME),
                look.day(facts, Field.MODEL_RELEASE_DATE),
                look.amount(facts, Field.TRAINING_COMPUTE),
                look.tags(facts, Field.BASE_LINEAGE),
                look.text(facts, Field.MODEL_FAMILY),
                look.text(facts, Field.CRITICALITY),
                look.text(facts, Field.PLACE_STATED),
                look.text(facts, Field.REACH),
                look.tags(facts, Field.USE_CASE),
                look.tags(facts, Field.FLAGS),
                look.tags(facts, Field.LANGUAGE_REQUIRED),
                look.asOf(),
                look.answers());
    }
}
