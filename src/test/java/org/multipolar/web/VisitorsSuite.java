package org.multipolar.web;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every other test that shares a running service, wherever it lies: tokens, browsers, the contract, foreign programs. */
@Suite
@SelectPackages("org.multipolar")
@IncludeClassNamePatterns("(?!" + ServiceSuite.HERE + "$).*IT")
class VisitorsSuite {}
