/** The description of the interface is held against what the service does. */
@NullMarked
package org.multipolar.web.contract;

import org.jspecify.annotations.NullMarked;
