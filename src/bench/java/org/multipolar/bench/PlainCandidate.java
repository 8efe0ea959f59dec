package org.multipolar.bench;

import java.util.List;
import java.util.Map;
import org.multipolar.rulebook.Field;

/** A candidate as hand-written code would have it: named fields of strings. */
public final class PlainCandidate {

    public final String operatingCountry;
    public final String buyerSeat;
    public final String buyerOwnership;
    public final String buyerType;
    public final String dataSensitivity;
    public final String sector;
    public final String audience;
    public final String supplier;
    public final String supplierOrigin;
    public final String parentOrigin;
    public final String host;
    public final String hostOrigin;
    public final String servingCountry;
    public final String accessMode;
    public final String openness;
    public final String licence;
    public final List<String> baseLineage;
    public final List<String> useCase;
    public final List<String> flags;

    PlainCandidate(Map<Field, List<String>> values) {
        operatingCountry = text(values, Field.OPERATING_COUNTRY);
        buyerSeat = text(values, Field.BUYER_SEAT);
        buyerOwnership = text(values, Field.BUYER_OWNERSHIP);
        buyerType = text(values, Field.BUYER_TYPE);
        dataSensitivity = text(values, Field.DATA_SENSITIVITY);
        sector = text(values, Field.SECTOR);
        audience = text(values, Field.AUDIENCE);
        supplier = text(values, Field.SUPPLIER);
        supplierOrigin = text(values, Field.SUPPLIER_ORIGIN);
        parentOrigin = text(values, Field.PARENT_ORIGIN);
        host = text(values, Field.HOST);
        hostOrigin = text(values, Field.HOST_ORIGIN);
        servingCountry = text(values, Field.SERVING_COUNTRY);
        accessMode = text(values, Field.ACCESS_MODE);
        openness = text(values, Field.OPENNESS);
        licence = text(values, Field.LICENCE);
        baseLineage = values.getOrDefault(Field.BASE_LINEAGE, List.of());
        useCase = values.getOrDefault(Field.USE_CASE, List.of());
        flags = values.getOrDefault(Field.FLAGS, List.of());
    }

    private static String text(Map<Field, List<String>> values, Field field) {
        return values.getOrDefault(field, List.of("")).get(0);
    }
}
