/** Several processes of the packaged service on one PostgreSQL, as a cluster runs them. */
@NullMarked
package org.multipolar.web.replicas;

import org.jspecify.annotations.NullMarked;
