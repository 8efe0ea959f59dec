package org.multipolar.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.multipolar.web.ask.AskView;

/** The templates, each with what it shows. */
@CheckedTemplate(basePath = "pages")
public final class Pages {

    private Pages() {}

    public static native TemplateInstance answer(Form form, AnswerView answer);

    public static native TemplateInstance working(Working view);

    public static native TemplateInstance ask(AskView view);

    public static native TemplateInstance decisions(DecisionsView view);

    public static native TemplateInstance decision(RecordBox record);

    public static native TemplateInstance reviews(ReviewsView view);

    public static native TemplateInstance review(ReviewView view);

    public static native TemplateInstance reviewNew(ReviewForm form);

    public static native TemplateInstance why(WhyView view);

    public static native TemplateInstance frontier(FrontierView view);

    public static native TemplateInstance whatIf(WhatIfView view);

    public static native TemplateInstance trial(TrialView view);

    public static native TemplateInstance sweeps(SweepForm view);

    public static native TemplateInstance sweep(SweepView view);

    public static native TemplateInstance countries(CountriesView view);

    public static native TemplateInstance ranks(RanksView view);

    public static native TemplateInstance map(MapView view);

    public static native TemplateInstance compare(CompareView view);

    public static native TemplateInstance country(CountryView country);

    public static native TemplateInstance suppliers(SuppliersView view);

    public static native TemplateInstance supplier(SupplierView supplier);

    public static native TemplateInstance model(ModelView model);

    public static native TemplateInstance offer(OfferView offer);

    public static native TemplateInstance rules(RulesView view);

    public static native TemplateInstance rule(RuleView view);

    public static native TemplateInstance report(ReportView view);

    public static native TemplateInstance fault(int status, String title, String detail);
}
