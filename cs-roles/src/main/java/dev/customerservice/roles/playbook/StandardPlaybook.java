package dev.customerservice.roles.playbook;

import dev.customerservice.metrics.kpi.KpiCatalogue;
import dev.customerservice.roles.performance.PeopleKpis;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ids of the entries of the standard playbook, which {@code json} reads.
 *
 * <p>Cadences and figures that no source gives are examples; each entry says in its {@code origin} which of its parts are. A project
 * replaces an entry by one of the same id.
 */
public final class StandardPlaybook {

    /** The practice "Regular one-to-one" (S0-04). */
    public static final String ONE_TO_ONE = "one-to-one";

    /** The practice "Personality assessment, with consent" (S0-04). */
    public static final String PERSONALITY_ASSESSMENT = "personality-assessment";

    /** The practice "Core values shared" (S0-04). */
    public static final String CORE_VALUES_SHARED = "core-values-shared";

    /** The practice "Career interests asked" (S0-05). */
    public static final String CAREER_INTEREST_ASKED = "career-interest-asked";

    /** The practice "Strengths and weaknesses known" (S0-06). */
    public static final String STRENGTHS_KNOWN = "strengths-known";

    /** The practice "What the vision means for each role" (S0-07). */
    public static final String ROLE_VISION_EXPLAINED = "role-vision-explained";

    /** The practice "Vision repeated" (S0-09). */
    public static final String VISION_REPEATED = "vision-repeated";

    /** The practice "Progress reported" (S0-09). */
    public static final String PROGRESS_REPORTED = "progress-reported";

    /** The practice "Ideas and opposing opinions invited" (S0-11). */
    public static final String IDEAS_INVITED = "ideas-invited";

    /** The practice "Answer a problem with questions" (S0-12; advice). */
    public static final String COACHING_BY_QUESTIONS = "coaching-by-questions";

    /** The practice "Every message reaches every group in the same words" (S0-13). */
    public static final String MESSAGES_DELIVERED = "messages-delivered";

    /** The practice "A mentor for each new person" (S0-16). */
    public static final String MENTOR_ASSIGNED = "mentor-assigned";

    /** The practice "Job aids kept up to date" (S0-18). */
    public static final String JOB_AID_REVIEWED = "job-aid-reviewed";

    /** The practice "Growth offered" (S0-19). */
    public static final String GROWTH_OFFERED = "growth-offered";

    /** The practice "Feedback on behaviour within three days" (S0-22). */
    public static final String FEEDBACK_WITHIN_THREE_DAYS = "feedback-within-three-days";

    /** The practice "Overall performance discussed at least once a quarter" (S0-23). */
    public static final String PERFORMANCE_DISCUSSION = "performance-discussion";

    /** The practice "Overall performance discussed in each calendar quarter" (S0-23). */
    public static final String PERFORMANCE_DISCUSSION_EACH_QUARTER = "performance-discussion-each-quarter";

    /** The practice "Feedback between peers" (S0-25, S0-26, S0-27). */
    public static final String PEER_FEEDBACK = "peer-feedback";

    /** The practice "Feedback to the manager" (S0-25). */
    public static final String UPWARD_FEEDBACK = "upward-feedback";

    /** The practice "Promises kept" (S0-31). */
    public static final String DELIVERABLE_ON_TIME = "deliverable-on-time";

    /** The practice "Retrospective without guilt" (S0-37; advice). */
    public static final String RETROSPECTIVE = "retrospective";

    /** The practice "Departments agree to a new version" (S0-45). */
    public static final String ALIGNMENT_SIGNED = "alignment-signed";

    /** The practice "Goals measured" (S0-49). */
    public static final String GOAL_MEASURED = "goal-measured";

    /** The practice "Service plan reviewed" (S0-64). */
    public static final String EVOLUTION_REVIEW_HELD = "evolution-review-held";

    /** The practice "Coping skills practised" (S0-67). */
    public static final String COPING_SESSION = "coping-session";

    /** The practice "Proper screening" (S0-67). */
    public static final String SCREENING_DONE = "screening-done";

    /** The practice "Training for each person" (S0-67). */
    public static final String TRAINING_GIVEN = "training-given";

    /** The practice "Crisis drill" (S1-18). */
    public static final String CRISIS_DRILL = "crisis-drill";

    /** The practice "Review with the head of support and stakeholders" (S1-34). */
    public static final String STAKEHOLDER_REVIEW = "stakeholder-review";

    /** The practice "Insight for the leaders" (S1-39; advice). */
    public static final String INSIGHT_REPORT = "insight-report";

    /** The practice "Great service recognised" (S2-04). */
    public static final String RECOGNITION_GIVEN = "recognition-given";

    /** The practice "Training goes on" (S2-07). */
    public static final String TRAINING_COMPLETED = "training-completed";

    /** The practice "Certificates renewed in time" (S2-07). */
    public static final String RECERTIFICATION_DUE = "recertification-due";

    /** The practice "Exceptional work rewarded" (S2-08). */
    public static final String REWARD_EXCEPTIONAL = "reward-exceptional";

    /** The practice "Pay compared with the market" (S2-08). */
    public static final String PAY_BENCHMARKED = "pay-benchmarked";

    /** The practice "Regular training session" (S2-18). */
    public static final String TRAINING_SESSION = "training-session";

    /** The practice "Answers reviewed" (S2-19). */
    public static final String QUALITY_REVIEW = "quality-review";

    /** The practice "Trends followed" (S2-22). */
    public static final String TREND_REVIEW = "trend-review";

    /** The practice "Team meeting" (S2-23). */
    public static final String TEAM_MEETING = "team-meeting";

    /** The practice "Meeting of two departments" (S2-24). */
    public static final String LIAISON_MEETING = "liaison-meeting";

    /** The practice "Time well used" (S2-27; advice). */
    public static final String TIME_MANAGEMENT_CHECKED = "time-management-checked";

    /** The practice "Something done together" (S2-29). */
    public static final String ENGAGEMENT_ACTIVITY = "engagement-activity";

    /** The practice "Achievements celebrated" (S2-30). */
    public static final String ACHIEVEMENT_CELEBRATED = "achievement-celebrated";

    /** The practice "The manager keeps learning" (S2-31). */
    public static final String MANAGER_LEARNING = "manager-learning";

    /** The practice "Strategy adapted" (S2-32). */
    public static final String STRATEGY_REVISED = "strategy-revised";

    /** The practice "Duty in a surge recognised" (S2-34). */
    public static final String SURGE_RECOGNISED = "surge-recognised";

    /** The practice "Successful teams studied" (S4-04). */
    public static final String BENCHMARK_STUDY = "benchmark-study";

    /** The practice "Skills kept sharp" (S4-08). */
    public static final String SKILL_PRACTISED = "skill-practised";

    /** The practice "Vision taken in" (S4-10). */
    public static final String VISION_ACKNOWLEDGED = "vision-acknowledged";

    /** The assessment "Health of the team" (S0-01). */
    public static final String TEAM_HEALTH = "team-health";

    /** The assessment "Eight practices of leading a service team" (S0-02). */
    public static final String LEADERSHIP_EIGHT = "leadership-eight";

    /** The assessment "Ready to serve alone" (S0-15). */
    public static final String NEW_HIRE_READINESS = "new-hire-readiness";

    /** The assessment "Protection from burnout" (S0-35). */
    public static final String BURNOUT_RISK = "burnout-risk";

    /** The assessment "Review of the service plan" (S0-64, S2-38). */
    public static final String EVOLUTION_REVIEW = "evolution-review";

    /** The assessment "Service of human resources to its own customers" (S0-68). */
    public static final String HR_SERVICE = "hr-service";

    /** The assessment "Five ways to a team that performs" (S0-69). */
    public static final String STAFF_PERFORMANCE_FIVE = "staff-performance-five";

    /** The assessment "Fit of a tool" (S1-01, S1-35, S1-40, S2-20, S2-37). */
    public static final String TECHNOLOGY_FIT = "technology-fit";

    /** The assessment "What the tools are for" (S2-37). */
    public static final String TECHNOLOGY_PURPOSES = "technology-purposes";

    /** The assessment "Culture of service" (S2-02). */
    public static final String CULTURE = "culture";

    /** The assessment "Pulse of the team" (S2-23, S2-28). */
    public static final String PULSE = "pulse";

    /** The assessment "What a manager can do" (S2-33). */
    public static final String MANAGER_COMPETENCIES = "manager-competencies";

    /** The assessment "Mindset for service" (S3-02). */
    public static final String MINDSET = "mindset";

    /** The assessment "Ready to lead a team" (S4-11). */
    public static final String LEADER_READINESS = "leader-readiness";

    /** The assessment "Life cycle of a service team" (S4-01, S4-02, S4-03, S4-05, S4-06, S4-07, S4-09, S4-12). */
    public static final String TEAM_MATURITY = "team-maturity";

    /** The procedure "Telling a change" (S0-10). */
    public static final String CHANGE_COMMUNICATION = "change-communication";

    /** The procedure "Telling a sensitive change" (S0-14). */
    public static final String SENSITIVE_CHANGE = "sensitive-change";

    /** The procedure "Teaching before expecting" (S0-26). */
    public static final String PRACTICE_ROLLOUT = "practice-rollout";

    /** The procedure "An expectation was missed" (S0-30). */
    public static final String EXPECTATION_GAP = "expectation-gap";

    /** The procedure "Misconduct" (S0-33). */
    public static final String CONDUCT_INCIDENT = "conduct-incident";

    /** The procedure "An abusive contact" (S0-36). */
    public static final String ABUSIVE_CONTACT = "abusive-contact";

    /** The procedure "A conflict with or about somebody" (S0-38, S0-39). */
    public static final String CONFLICT = "conflict";

    /** The procedure "Service plan in nine steps" (S0-42, S0-44). */
    public static final String SERVICE_PLAN_NINE_STEPS = "service-plan-nine-steps";

    /** The procedure "Start of an action plan" (S0-57). */
    public static final String ACTION_PLAN_START = "action-plan-start";

    /** The procedure "Service plan in five steps" (S1-03). */
    public static final String SERVICE_PLAN_FIVE_STEPS = "service-plan-five-steps";

    /** The procedure "A problem is passed up" (S1-33, S1-11). */
    public static final String ESCALATION = "escalation";

    /** The procedure "A job is published" (S2-06). */
    public static final String JOB_OPENING = "job-opening";

    /** The procedure "A peak is carried" (S2-10, S2-34). */
    public static final String SURGE = "surge";

    /** The procedure "Dispute with a customer" (S2-13, S2-35, S2-36). */
    public static final String DISPUTE = "dispute";

    /** The procedure "Dispute about a bill" (S2-15). */
    public static final String DISPUTE_BILLING = "dispute-billing";

    /** The procedure "Dispute about a delivery" (S2-15). */
    public static final String DISPUTE_DELIVERY = "dispute-delivery";

    /** The procedure "Dispute about how somebody was treated" (S2-15). */
    public static final String DISPUTE_CONDUCT = "dispute-conduct";

    /** The procedure "Pilot before roll-out" (S2-21, S1-01, S1-40). */
    public static final String TECHNOLOGY_PILOT = "technology-pilot";

    /** The training "Onboarding" (S0-15, S1-04). */
    public static final String ONBOARDING = "onboarding";

    /** The training "Support process" (S1-16). */
    public static final String SUPPORT_PROCESS = "support-process";

    /** The training "Channels and tone" (S1-17). */
    public static final String CHANNELS_AND_TONE = "channels-and-tone";

    /** The training "De-escalation" (S2-14). */
    public static final String DE_ESCALATION = "de-escalation";

    /** The scorecard "Quality of a contact" (S0-66, S1-17, S2-35). */
    public static final String CONTACT_QUALITY = "contact-quality";

    /** The standard "People of the lead advance" of role lead (S0-28, S0-32, S1-32). */
    public static final String LEAD_ADVANCEMENT = "lead-advancement";

    /** The standard "Few are missed" of role lead (S0-28, S1-32). */
    public static final String LEAD_REGRETTED_ATTRITION = "lead-regretted-attrition";

    /** The standard "Feedback comes in time" of role lead (S0-28, S1-32). */
    public static final String LEAD_FEEDBACK = "lead-feedback";

    /** The standard "Customers of the team are satisfied" of role lead (S0-28, S1-32). */
    public static final String LEAD_SATISFACTION = "lead-satisfaction";

    /** The standard "Customers are satisfied" of role associate (S0-28, S1-23). */
    public static final String ASSOCIATE_SATISFACTION = "associate-satisfaction";

    /** The standard "Solved at the first contact" of role associate (S0-28, S1-23). */
    public static final String ASSOCIATE_FIRST_CONTACT = "associate-first-contact";

    /** Figures about people that entries read and that rosters and goals give, not a measure. */
    private static final Set<String> OF_PEOPLE = Set.of(
            "goal_attainment",
            "overtime_share",
            "night_and_weekend_share",
            "longest_run_of_days",
            "rest_violations",
            "unused_leave_days",
            "surge_duty_share");

    private StandardPlaybook() {}

    /**
     * Names the measures that entries may name, for {@link Playbook#problems}.
     *
     * @return the ids of {@link KpiCatalogue} and {@link PeopleKpis#ofManager}, and of the seven figures about people that the standard
     *     entries read, sorted; add those of measures of your own
     */
    public static SortedSet<String> kpis() {
        SortedSet<String> kpis = new TreeSet<>(OF_PEOPLE);
        PeopleKpis.ofManager().forEach(kpi -> kpis.add(kpi.id()));
        KpiCatalogue.chapters().values().forEach(chapter -> chapter.forEach(kpi -> kpis.add(kpi.id())));
        return kpis;
    }
}
