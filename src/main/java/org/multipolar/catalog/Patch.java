package org.multipolar.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change that a scenario makes. Fields and units are those of the profiles. */
public sealed interface Patch {

    /** What is done to a number. */
    enum Verb {
        SET,
        SCALE,
        ADD
    }

    /** Which price of an offer. */
    enum Side {
        INPUT,
        OUTPUT,
        BOTH
    }

    /** What may be lost at one blow; open weights outlive their maker, wherever others run them. */
    enum Loss {
        /** Closed models made or owned there, and all that is operated from or served there. */
        COUNTRY,
        /** Closed models made there, and what their makers run themselves. */
        ORIGIN,
        /** The same by the owner's country, or by the owner's name. */
        PARENT,
        /** Closed models of a maker, and what it runs itself. */
        SUPPLIER,
        OPERATOR,
        HOST,
        /** What is served there. */
        PLACE,
        /** All models that descend from a family. */
        LINEAGE,
        MODEL
    }

    /** What is done with a rule. */
    enum Ruling {
        OFF,
        ON,
        FROM
    }

    /** Of which table a row is meant. */
    enum Table {
        OFFERS,
        HOSTS,
        SUPPLIERS,
        MODELS
    }

    /**
     * Values of an indicator.
     *
     * @param units countries and blocs; empty for all
     */
    record Indicators(Verb verb, String indicator, List<String> units, double number) implements Patch {
        public Indicators {
            units = List.copyOf(units);
        }
    }

    /**
     * Prices of offers.
     *
     * @param number micro-USD per million tokens to set or to add, millionths to scale by
     */
    record Prices(Verb verb, Side side, Where where, long number) implements Patch {}

    /**
     * What a criterion counts for, in percent; criteria that no patch names share the rest in proportion.
     *
     * @param number percent to set or to add, millionths to scale by
     */
    record CriterionWeight(Verb verb, String criterion, long number) implements Patch {}

    /**
     * A figure of demands.
     *
     * @param field volume, input_mtok_month, output_mtok_month or weight
     * @param number whole figure to set or to add, millionths to scale by
     */
    record Demands(Verb verb, String field, Where where, long number) implements Patch {}

    /** A fact about suppliers, hosts or offers, by the column of its table. */
    record Fact(Table table, String field, Where where, List<String> to) implements Patch {
        public Fact {
            to = List.copyOf(to);
        }
    }

    /** One more offer. */
    record NewOffer(Offer offer) implements Patch {}

    /** Rows that are there no more. */
    record Remove(Table table, Where where) implements Patch {}

    /** A limit, in place of the buyer's own of the same id where there is one. */
    record Bound(LimitClause limit) implements Patch {}

    /** Limits of the buyer that fall away. */
    record Unbound(List<String> limits) implements Patch {
        public Unbound {
            limits = List.copyOf(limits);
        }
    }

    /**
     * Rules that hold, hold no more, or hold from another day.
     *
     * @param date the first day where rules are brought forward or put off, else null
     */
    record Rules(Ruling ruling, List<String> rules, @Nullable LocalDate date) implements Patch {
        public Rules {
            rules = List.copyOf(rules);
        }
    }

    /** The day asked about. */
    record AsOf(LocalDate day) implements Patch {}

    /**
     * A loss.
     *
     * @param where what of it is lost; everything where nothing narrows it
     */
    record Lost(Loss loss, List<String> ids, Where where) implements Patch {
        public Lost {
            ids = List.copyOf(ids);
        }
    }

    /**
     * An enabler that becomes weaker or stronger in some countries: its indicators change by the same factor, those where
     * less is better the other way.
     *
     * @param millionths of today's strength
     */
    record Shock(String enabler, List<String> units, long millionths) implements Patch {
        public Shock {
            units = List.copyOf(units);
        }
    }

    /**
     * A new bar: what matches may not be bought. A place that nobody promises may be the barred one.
     *
     * @param why in words
     */
    record Bar(Where where, String why) implements Patch {}
}
