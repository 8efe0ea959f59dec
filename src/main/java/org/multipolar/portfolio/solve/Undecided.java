package org.multipolar.portfolio.solve;

import org.jspecify.annotations.Nullable;
import org.multipolar.portfolio.solve.Structure.Derived.Kind;

/**
 * A variable that mixes taken in parts leave undecided: it is to be at most this in one half, and more in the other.
 *
 * <p>Switches come first, then sets of a demand that are used or not, then their steps, then candidates.
 */
record Undecided(int variable, long atMost) {

    /** Below this, doubles only seem undecided. */
    private static final double SLIGHT = 1e-4;

    /** Adds up what mixes say of every variable, each in its part. */
    static final class Search {
        private final Structure structure;
        private final double[] values;
        private @Nullable Undecided most;
        private double least;

        Search(Structure structure) {
            this.structure = structure;
            this.values = new double[structure.problem().variables().size()];
        }

        void add(int b, Mix mix, double part) {
            var block = structure.blocks().get(b);
            var of = new long[values.length];
            for (int j = 0; j < block.size(); j++) {
                of[block.variables[j]] = mix.steps()[j];
                values[block.variables[j]] += part * mix.steps()[j];
            }
            for (var each : structure.derived()) {
                if (each.kind() != Kind.HIGHEST_LINE && within(each.variable(), block)) {
                    values[each.variable()] += part * each.at(of, 0);
                }
            }
        }

        private boolean within(int variable, Block block) {
            return structure.problem().variables().get(variable).block().equals(block.name);
        }

        /**
         * {@return the least decided, or null}
         *
         * @param on by switch in which part of a demand it is used
         * @param mattering by switch whether it is to be decided at all
         */
        @Nullable
        Undecided most(double[] on, boolean[] mattering) {
            least = 0.5 - SLIGHT;
            for (int z = 0; z < on.length; z++) {
                if (mattering[z]) {
                    look(structure.switches().get(z).variable(), on[z]);
                }
            }
            for (var kind : new Kind[] {Kind.USED, Kind.SUM}) {
                if (most == null) {
                    structure.derived().stream()
                            .filter(each -> each.kind() == kind && each.binding())
                            .forEach(each -> look(each.variable(), values[each.variable()]));
                }
            }
            for (int b = 0; b < structure.blocks().size() && most == null; b++) {
                for (int variable : structure.blocks().get(b).variables) {
                    look(variable, values[variable]);
                }
            }
            return most;
        }

        private void look(int variable, double value) {
            var bounds = structure.problem().variables().get(variable);
            double off = Math.abs(value - Math.floor(value) - 0.5);
            if (off < least && bounds.lower() < bounds.upper()) {
                least = off;
                most = new Undecided(variable, (long) Math.floor(value));
            }
        }
    }
}
