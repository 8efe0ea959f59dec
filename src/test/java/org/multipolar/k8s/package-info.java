/** What the manifests of {@code k8s/} promise, held against a model of Kubernetes and the program itself. */
@NullMarked
package org.multipolar.k8s;

import org.jspecify.annotations.NullMarked;
