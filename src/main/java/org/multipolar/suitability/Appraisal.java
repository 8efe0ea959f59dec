package org.multipolar.suitability;

/** One criterion's value within 0 and 1, and what it rests on. */
record Appraisal(double value, String note) {}
