package dev.customerservice.examples.sample;

import java.util.List;

/** What a ticket is about: its category, the words customers choose, and the team that can settle it. */
enum Topic {
    SIGN_IN(
            "Sign-in",
            1.5,
            0.6,
            "first-line",
            "Cannot sign in after password change",
            "Two-factor code never arrives",
            "New colleague needs an account",
            "Locked out on Monday morning"),
    HOW_TO(
            "How-to",
            2.0,
            0.7,
            "first-line",
            "How do I archive a project?",
            "Where is the export to spreadsheet?",
            "Can I change the logo on quotes?",
            "Copy a template to another workspace"),
    INVOICE(
            "Invoice",
            1.7,
            0.9,
            "billing",
            "Invoice shows the wrong VAT number",
            "Please send the invoice again",
            "Charged twice this month",
            "Credit note for unused seats"),
    PLAN(
            "Plan change",
            0.9,
            0.8,
            "billing",
            "Upgrade from Standard to Business",
            "Reduce seats at renewal",
            "Quote for twenty more seats"),
    IMPORT(
            "Import",
            1.0,
            1.5,
            "technical",
            "Import stops at row 1,024",
            "Dates are swapped after import",
            "Customer list shows \"unknown encoding\""),
    PERFORMANCE(
            "Performance",
            0.8,
            1.7,
            "technical",
            "Dashboard takes a minute to load",
            "Search is slow since the weekend",
            "Report times out"),
    DEFECT(
            "Defect",
            1.1,
            1.8,
            "technical",
            "Totals differ between screen and PDF",
            "Saved filter disappears",
            "Calendar shows the wrong week",
            "App closes when I attach a photo"),
    INTEGRATION(
            "Integration",
            0.7,
            1.9,
            "technical",
            "Webhook is delivered twice",
            "Ledger sync fails with code 409",
            "API token refused since release 5.0");

    final String category;
    final double share;
    final double effort;
    final String team;

    @SuppressWarnings("ImmutableEnumChecker") // List.of below
    final List<String> subjects;

    Topic(String category, double share, double effort, String team, String... subjects) {
        this.category = category;
        this.share = share;
        this.effort = effort;
        this.team = team;
        this.subjects = List.of(subjects);
    }

    boolean isHitByRelease() {
        return this == PERFORMANCE || this == DEFECT || this == INTEGRATION || this == IMPORT;
    }
}
