using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Demo;

/// <summary>This year's reviews in every state, and the next year planned. worker7's is not started: tours and tests are about it.</summary>
internal sealed class DemoReviews
{
    private const int Untouched = 7;
    private const int Away = 9;
    private const int TwoPosts = 12;
    private const int OnProbation = 13;
    private const int Seconded = 15;
    private const int Host = 21;

    private readonly DateTime nowUtc;
    private readonly DateOnly today;
    private readonly List<object> rows = [];
    private readonly List<AwayPeriod> away = [];
    private readonly List<DueException> noted = [];
    private readonly List<Post> posts = [];
    private readonly Dictionary<Guid, DateOnly> dueDays = [];

    public DemoReviews(DateTime nowUtc, DemoPeople people)
    {
        (this.nowUtc, today) = (nowUtc, nowUtc.ToLondonDate());
        var year = today >= new DateOnly(today.Year, 4, 1) ? today.Year : today.Year - 1;
        Current = Planned(year);
        Current.Open(Past(Current.Opens, 0));
        Next = Planned(year + 1);
        away.Add(new(Ids.New(nowUtc), people.Worker(Away).Id, today.AddDays(-60)));
        posts.Add(new(Ids.New(nowUtc), people.Worker(TwoPosts).Id, PostKind.Second, "Restorative practice trainer", people.Facilitator.Id, Current.Opens.AddDays(-200)));
        posts.Add(new(Ids.New(nowUtc), people.Worker(Seconded).Id, PostKind.Secondment, "Project worker, family hubs", people.Worker(Host).Id, Current.Opens.AddDays(-30)));
        noted.Add(new(Current.Id, people.Worker(OnProbation).Id, people.Worker(OnProbation).Id, DueExceptionKind.Probation));

        Story(people.Manager, 3);
        for (var number = 1; number <= DemoPeople.WorkerCount; number++) { Story(people.Worker(number), number); }
        foreach (var person in new[] { people.Desk, people.Administrator, people.Facilitator }) { Story(person, 1); }
        foreach (var person in people.All) { Told(person); }
    }

    public Cycle Current { get; }
    public Cycle Next { get; }

    public IEnumerable<object> All => [Current, Next, .. posts, .. away, .. noted, .. rows];

    private Cycle Planned(int year) => Cycle.Plan(CycleDetails.Usual(year), nowUtc).Value;

    private void Story(Person person, int number)
    {
        foreach (var postId in posts.Where(p => p.PersonId == person.Id && p.Kind == PostKind.Second).Select(p => p.Id).Prepend(person.Id))
        {
            var leadId = PersonAccess.LeadOf(person, postId, posts, today);
            if (Due.WhyNone(person, leadId, today) is null) { Add(new Review(Ids.New(nowUtc), Current.Id, person.Id, postId, leadId), person, leadId!.Value, postId == person.Id ? number : Untouched); }
        }
    }

    private void Add(Review review, Person person, Guid leadId, int number)
    {
        var mine = away.Where(a => a.PersonId == person.Id).ToList();
        var exception = noted.Find(e => e.PersonId == person.Id && e.PostId == review.PostId);
        review.Set(Due.WhyNot(Current, exception, mine), Due.By(Current, exception, mine));
        rows.Add(review);
        dueDays.TryAdd(person.Id, review.DueBy ?? Current.Closes);
        if (number is not (Untouched or Away or OnProbation) && number % 30 != 29) { Live(review, person, leadId, number); }
    }

    // Nobody of the demo gets mail about the past: what would be said today counts as told.
    private void Told(Person person)
    {
        var dueBy = dueDays.GetValueOrDefault(person.Id, Current.Closes);
        if (Reminders.KindOn(today, Current.Opens, dueBy, Current.GraceDays) is { } own) { rows.Add(new ReviewReminder(Current.Id, person.Id, own, ForTeam: false, nowUtc)); }
        if (Reminders.KindOn(today, Current.Opens, Current.Closes, Current.GraceDays) is { } team) { rows.Add(new ReviewReminder(Current.Id, person.Id, team, ForTeam: true, nowUtc)); }
    }

    // Most are complete; a few stand at each step on the way there. In tens, each person of a team's ten stands somewhere else.
    private void Live(Review review, Person person, Guid leadId, int number)
    {
        var step = number < 20 ? number % 6 : number % 12;
        var isComplete = step is 0 or 1 or >= 5;
        var held = Past(number % 10 == 3 ? Current.Closes.AddDays(6) : Current.Opens.AddDays(5 + number % 50), number);
        Prepare(review, person.Id, ReviewSide.Employee, DemoWords.Of(DemoWords.Employee, number), step == 4 ? null : held.AddHours(-3));
        if (step == 4) { return; }
        Prepare(review, leadId, ReviewSide.Manager, DemoWords.Of(DemoWords.Manager, number), step == 3 && number % 2 == 1 ? null : held.AddHours(-2));
        if (step == 3) { return; }
        // The day on which it was written down: just after midnight that is not yet the day of the confirmation.
        var written = held.AddHours(-1);
        _ = review.Write(DemoWords.Of(DemoWords.Outcome, number), 0, written.ToLondonDate(), leadId, written).Value;
        _ = review.Confirm(ReviewSide.Employee, 1, person.Id, held.AddMinutes(-40)).Value;
        if (!isComplete) { return; }
        _ = review.Confirm(ReviewSide.Manager, 1, leadId, held.AddMinutes(-10)).Value;
        rows.Add(new ReviewRecord(Ids.New(held), review));
        if (number % 4 == 0 && MidYearTalk.IsTime(Current, today)) { HalfWay(review); }
    }

    private void Prepare(Review review, Guid authorId, ReviewSide side, string text, DateTime? sharedAtUtc)
    {
        var preparation = new ReviewPreparation(review.Id, authorId, side);
        _ = preparation.Write(text, null).Value;
        rows.Add(preparation);
        review.Prepare();
        if (sharedAtUtc is not { } at) { return; }
        preparation.Share(at);
        _ = review.Share(side, at).Value;
    }

    private void HalfWay(Review review)
    {
        var talk = new MidYearTalk(review.Id);
        _ = talk.Write("The course in spring has helped. Nothing else has changed.", new DateOnly(Current.Opens.Year, 10, 1), 0, today).Value;
        _ = talk.Tick(ReviewSide.Employee, 1, nowUtc.AddHours(-1)).Value;
        _ = talk.Tick(ReviewSide.Manager, 1, nowUtc.AddHours(-1)).Value;
        rows.Add(talk);
    }

    // At eleven on that day, or just now where that day is still to come.
    private DateTime Past(DateOnly day, int number)
    {
        var at = day.ToUtc(new TimeOnly(11, 0));
        return at < nowUtc.AddHours(-1) ? at : nowUtc.AddMinutes(-60 - number % 30);
    }
}
