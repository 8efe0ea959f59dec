package org.multipolar.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one place of a document. */
final class Mutation {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 100;

    private Mutation() {}

    /** {@return the document with another value, without one, or with one more, somewhere in it} */
    static JsonNode of(JsonNode document, Random random) {
        var places = new ArrayList<JsonNode>();
        containers(document, places);
        if (places.isEmpty()) {
            return other(random);
        }
        var place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object) {
            change(object, random);
        } else if (place instanceof ArrayNode list) {
            change(list, random);
        }
        return document;
    }

    private static void containers(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(each -> containers(each, places));
        }
    }

    private static void change(ObjectNode object, Random random) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        int choice = keys.isEmpty() ? 0 : random.nextInt(8);
        if (choice == 0) {
            object.set(random.nextBoolean() ? "unknown" : "\u0000\ud83d\ude00", other(random));
        } else {
            var key = keys.get(random.nextInt(keys.size()));
            if (choice == 1) {
                object.remove(key);
            } else {
                object.set(key, other(random));
            }
        }
    }

    private static void change(ArrayNode list, Random random) {
        int choice = list.isEmpty() ? 0 : random.nextInt(4);
        if (choice == 0) {
            list.add(other(random));
        } else if (choice == 1) {
            list.add(list.get(0));
        } else if (choice == 2) {
            list.remove(random.nextInt(list.size()));
        } else {
            list.set(random.nextInt(list.size()), other(random));
        }
    }

    private static JsonNode other(Random random) {
        return switch (random.nextInt(18)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(-1);
            case 3 -> NODES.numberNode(0);
            case 4 -> NODES.numberNode(Long.MAX_VALUE);
            case 5 -> NODES.numberNode(BigInteger.TEN.pow(60));
            case 6 -> NODES.numberNode(1.5e300);
            case 7 -> NODES.textNode("");
            case 8 -> NODES.textNode("none");
            case 9 -> NODES.textNode("2026-02-30");
            case 10 -> NODES.textNode("\u0000");
            case 11 -> NODES.textNode("\ud83d\ude00\u202e\u00e4<b>\n");
            case 12 -> NODES.textNode("y".repeat(5000));
            case 13 -> NODES.arrayNode();
            case 14 -> NODES.objectNode();
            case 15 -> NODES.arrayNode().add(NODES.nullNode());
            case 16 -> deep();
            default -> NODES.textNode("9999999999999999");
        };
    }

    private static JsonNode deep() {
        JsonNode deep = NODES.objectNode();
        for (int i = 0; i < DEEP; i++) {
            deep = i % 2 == 0 ? NODES.arrayNode().add(deep) : NODES.objectNode().set("a", deep);
        }
        return deep;
    }
}
