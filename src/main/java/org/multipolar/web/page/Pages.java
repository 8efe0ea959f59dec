package org.multipolar.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.multipolar.explain.RuleShown;
import org.multipolar.rulebook.Remark;

/** The templates, each with what it shows. */
@CheckedTemplate(basePath = "pages")
public final class Pages {

    private Pages() {}

    public static native TemplateInstance answer(Form form, AnswerView answer);

    public static native TemplateInstance why(WhyView view);

    public static native TemplateInstance frontier(FrontierView view);

    public static native TemplateInstance whatIf(WhatIfView view);

    public static native TemplateInstance sweeps(SweepForm view);

    public static native TemplateInstance sweep(SweepView view);

    public static native TemplateInstance countries(CountriesView view);

    public static native TemplateInstance ranks(RanksView view);

    public static native TemplateInstance map(MapView view);

    public static native TemplateInstance compare(CompareView view);

    public static native TemplateInstance country(CountryView country);

    public static native TemplateInstance rules(List<RuleShown> rules, List<Remark> remarks);

    public static native TemplateInstance rule(RuleView view);

    public static native TemplateInstance fault(int status, String title, String detail);
}
