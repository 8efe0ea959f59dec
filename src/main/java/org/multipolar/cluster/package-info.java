/**
 * A sweep's chunks on several processes: members of a Hazelcast cluster, between which Jet shares out the work.
 *
 * <p>{@link HazelcastEngine} coordinates (and works itself, where it has workers); {@link Member} is what a process does that only
 * works. Both take part by {@link Membership} and have to say by {@link Members#factory} how a task is worked on, since what
 * travels between processes is bytes, whole numbers and names, never a program.
 *
 * <p><b>Members trust each other.</b> Who reaches a member's port and knows the cluster's name can become one, read every task
 * and return any result; nothing between members is encrypted. Off unless a setting turns it on; on, it listens on 127.0.0.1
 * unless a setting names another interface, which should then be one of a closed network. Java objects that are not of Jet, of the
 * Java language itself or of this room are refused when they arrive; clients, REST, memcache and uploads of code are off.
 *
 * <p>Decided: each processor takes the next chunk from a counter of the cluster when it has done one, because chunks cost
 * different times on different machines and shares that are fixed in advance wait for the slowest.
 *
 * <p>Decided: results lie in a map until the coordinator tells them, which then keeps only that they were told, because Jet
 * restarts a job from its beginning when a member is lost: what is in the map is not worked out again.
 *
 * <p>Decided: each piece of work has its own maps and job, named after its coordinator, because then two coordinators with the
 * same task cannot end each other's work, and what a lost coordinator leaves behind is known by its name and removed.
 *
 * <p>Decided: a worker's fault travels as a result and ends the work, because what Jet does with an exception (its class may be
 * unknown elsewhere) is not the message that a person needs.
 */
@NullMarked
package org.multipolar.cluster;

import org.jspecify.annotations.NullMarked;
