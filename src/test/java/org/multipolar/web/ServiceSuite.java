package org.multipolar.web;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test of this package that shares a running service; {@link VisitorsSuite} runs beside it, in a process of its own. */
@Suite
@SelectPackages("org.multipolar")
@IncludeClassNamePatterns(ServiceSuite.HERE)
class ServiceSuite {

    static final String HERE = "org[.]multipolar[.]web[.][A-Z]\\w*IT";
}
