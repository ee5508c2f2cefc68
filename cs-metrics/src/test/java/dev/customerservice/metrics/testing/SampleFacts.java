package dev.customerservice.metrics.testing;

import dev.customerservice.domain.contact.AgentActivity;
import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.selfservice.ArticleId;
import dev.customerservice.domain.selfservice.ArticleVote;
import dev.customerservice.domain.selfservice.SelfServiceVisit;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.facts.ActivityFacts;
import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.CostFacts;
import dev.customerservice.metrics.facts.CustomerFacts;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.FigureFacts;
import dev.customerservice.metrics.facts.ReviewFacts;
import dev.customerservice.metrics.facts.VoteFacts;
import dev.customerservice.metrics.statistics.ReviewScore;
import dev.customerservice.metrics.statistics.WeightedScore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;

/** Facts of everything that is no ticket, drawn by a seed. */
public final class SampleFacts {
    private static final SurveyScale RECOMMENDATION =
            new SurveyScale(0, 10, SurveyScale.Direction.HIGHER_IS_BETTER, 9, Optional.of(6));
    private static final SurveyScale TONE =
            new SurveyScale(-1, 1, SurveyScale.Direction.HIGHER_IS_BETTER, 1, Optional.of(-1));

    private final Random random;
    private final Instant start;

    private SampleFacts(long seed, Instant start) {
        this.random = new Random(seed);
        this.start = start;
    }

    /**
     * Adds facts of every other kind.
     *
     * @param facts the facts of tickets
     * @param seed chooses what there is
     * @return the facts with some contacts, activities, visits, votes, customers, costs, reviews and surveys
     */
    public static Facts beside(Facts facts, long seed) {
        SampleFacts sample = new SampleFacts(seed, facts.asOf().minus(Duration.ofDays(30)));
        Instant asOf = facts.asOf();
        Map<ContactId, ContactFacts.Settled> settled = new HashMap<>();
        List<Contact> contacts = sample.some(() -> sample.contact(settled));
        return facts.surveys(sample.some(sample::survey))
                .with(ContactFacts.class, ContactFacts.of(contacts, facts, settled))
                .with(ActivityFacts.class, sample.some(() -> sample.activity(contacts, asOf)))
                .visits(sample.some(sample::visit))
                .with(VoteFacts.class, sample.some(() -> new VoteFacts(sample.vote(), asOf)))
                .with(CustomerFacts.class, sample.some(() -> sample.customer(asOf)))
                .with(CostFacts.class, sample.some(() -> sample.cost(asOf)))
                .with(FigureFacts.class, sample.some(() -> sample.figure(asOf)))
                .with(ReviewFacts.class, sample.some(() -> sample.review(asOf)));
    }

    private <T> List<T> some(Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int left = random.nextInt(9); left > 0; left--) {
            all.add(one.get());
        }
        return all;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return any(List.of(type.getEnumConstants()));
    }

    private Instant at() {
        return start.plusSeconds(random.nextInt(20 * 86_400));
    }

    private Interval after(Instant from, int mostSeconds) {
        return new Interval(from, from.plusMillis(random.nextInt(mostSeconds * 1000)));
    }

    private AgentId agent() {
        return AgentId.of("agent-" + random.nextInt(3));
    }

    private CustomerId customer() {
        return CustomerId.of("customer-" + random.nextInt(3));
    }

    private Contact contact(Map<ContactId, ContactFacts.Settled> settled) {
        ContactId id = ContactId.of("contact-" + random.nextInt());
        Interval last = after(at(), 40);
        Contact.Builder contact = Contact.builder()
                .id(id)
                .channel(any(List.of(Channel.PHONE, Channel.CHAT)))
                .customer(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(customer()))
                .redirected(random.nextInt(8) == 0)
                .addSegment(ContactSegment.queue(last));
        if (random.nextBoolean()) {
            List<ContactSegment.Kind> kinds = List.of(
                    ContactSegment.Kind.TALK,
                    ContactSegment.Kind.HOLD,
                    ContactSegment.Kind.TALK,
                    ContactSegment.Kind.WRAP);
            for (ContactSegment.Kind kind : kinds) {
                last = after(last.endExclusive(), 300);
                contact.addSegment(ContactSegment.of(kind, last, agent()));
            }
        }
        if (random.nextBoolean()) {
            settled.put(id, any(ContactFacts.Settled.class));
        }
        return contact.build();
    }

    private ActivityFacts activity(List<Contact> contacts, Instant asOf) {
        Instant morning = at();
        AgentId agent = agent();
        List<AgentActivity> did = new ArrayList<>();
        for (AgentActivity.Kind kind : AgentActivity.Kind.values()) {
            did.add(new AgentActivity(agent, kind, after(morning.plusSeconds(random.nextInt(3600)), 8 * 3600)));
        }
        ActivityFacts.Builder activity = ActivityFacts.builder()
                .agent(agent)
                .window(new Interval(morning, morning.plus(Duration.ofHours(9))))
                .planned(IntervalSet.of(after(morning, 8 * 3600)))
                .did(did)
                .asOf(asOf);
        contacts.forEach(contact -> activity.handled(contact, agent));
        return activity.build();
    }

    private SelfServiceVisit visit() {
        return SelfServiceVisit.builder()
                .place(any(SelfServiceVisit.Place.class))
                .interval(after(at(), 600))
                .outcome(any(SelfServiceVisit.Outcome.class))
                .customer(customer())
                .build();
    }

    private ArticleVote vote() {
        return new ArticleVote(ArticleId.of("article"), at(), random.nextBoolean(), Optional.of(customer()));
    }

    private CustomerFacts customer(Instant asOf) {
        return CustomerFacts.builder()
                .customer(customer())
                .window(after(at(), 86_400))
                .atStart(random.nextInt(4) > 0)
                .atEnd(random.nextInt(5) == 0 ? Optional.empty() : Optional.of(random.nextBoolean()))
                .contacts(random.nextInt(3))
                .visits(random.nextInt(3))
                .tickets(random.nextInt(3))
                .addHealth(
                        new WeightedScore.Component(2, OptionalDouble.of(random.nextInt(101))),
                        new WeightedScore.Component(
                                3, random.nextBoolean() ? OptionalDouble.of(50) : OptionalDouble.empty()))
                .asOf(asOf)
                .build();
    }

    private CostFacts cost(Instant asOf) {
        Currency currency = Currency.getInstance(any(List.of("USD", "USD", "EUR")));
        return new CostFacts(
                at(), Optional.empty(), new Money(random.nextInt(100_000), currency), random.nextInt(50), asOf);
    }

    private FigureFacts figure(Instant asOf) {
        return new FigureFacts(at(), "first reply time, trade", random.nextInt(5000), "a survey of the trade", asOf);
    }

    private ReviewFacts review(Instant asOf) {
        List<ReviewScore.Item> items = new ArrayList<>();
        for (int item = 0; item < 3; item++) {
            OptionalDouble points =
                    random.nextInt(4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(6));
            items.add(new ReviewScore.Item(1 + item, points, 5, item == 0));
        }
        return new ReviewFacts(at(), agent(), items, asOf);
    }

    private SurveyResponse survey() {
        String name = any(List.of("csat", "nps", "enps", "ces", "sentiment"));
        SurveyScale scale =
                name.contains("nps") ? RECOMMENDATION : name.equals("sentiment") ? TONE : SurveyScale.satisfaction(5);
        Instant sent = at();
        SurveyResponse.Builder survey =
                SurveyResponse.builder().survey(name).scale(scale).sentAt(sent);
        int fate = random.nextInt(5);
        if (fate == 0) {
            survey.bouncedAt(sent);
        } else if (fate > 1) {
            survey.answeredAt(sent.plusSeconds(60));
            if (fate > 2) {
                survey.rating(scale.lowest() + random.nextInt(scale.highest() - scale.lowest() + 1));
            }
        }
        return survey.build();
    }
}
