using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Reviews;

public sealed class DueTests
{
    private static readonly Cycle Cycle = Domain.Reviews.Cycle.Plan(CycleDetails.Usual(2026), A.Now).Value;
    private static readonly Guid Who = A.PersonId();

    /// <summary>In London 31 May ends an hour before it ends in UTC.</summary>
    [Theory]
    [InlineData("2026-05-31 22:59:59", false)]
    [InlineData("2026-05-31 23:00:00", true)]
    public void The_last_second_of_31_May_in_London_is_in_time_and_the_next_is_after_it(string utc, bool late)
    {
        var at = DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var review = ReviewTests.Complete(atUtc: at);
        review.Set(null, Cycle.Closes);

        Assert.Equal(late, review.IsLate(A.Day("2026-12-01")));
        Assert.Equal(late, Open().IsLate(at.ToLondonDate()));
    }

    [Fact]
    public void Reopening_makes_nobody_late()
    {
        var review = ReviewTests.Complete(atUtc: A.London("2026-05-20 10:00"));
        review.Set(null, Cycle.Closes);
        review.Reopen("A date was wrong");

        Assert.False(review.IsLate(A.Day("2026-08-01")));
    }

    [Theory]
    [InlineData(Employment.Employee, true, true, null)]
    [InlineData(Employment.Agency, true, true, NotDueReason.NotEmployed)]
    [InlineData(Employment.Student, true, true, NotDueReason.NotEmployed)]
    [InlineData(Employment.Partner, true, true, NotDueReason.NotEmployed)]
    [InlineData(Employment.Employee, false, true, NotDueReason.NoLineManager)]
    [InlineData(Employment.Employee, true, false, NotDueReason.Left)]
    public void Employees_with_a_line_manager_get_a_review(Employment employment, bool managed, bool active, NotDueReason? why)
    {
        var person = new Person(Who, new PersonDetails("Ann Example", "ann@demo.example", Employment: employment, Organisation: "Elsewhere", LastDay: A.Day("2027-01-01")).Checked().Value);
        if (!active) { person.Deactivate(); }

        Assert.Equal(why, Due.WhyNone(person, managed ? A.PersonId() : null, Cycle.Opens));
    }

    [Theory]
    [InlineData(null, null, "2026-05-31")]
    [InlineData("2026-02-01", null, "2026-05-31")]
    [InlineData("2026-05-20", null, "2026-07-15")]
    public void After_probation_the_first_review_is_within_eight_weeks(string? confirmed, NotDueReason? why, string by)
    {
        var noted = confirmed is null ? null : new DueException(Cycle.Id, Who, Who, DueExceptionKind.Probation, A.Day(confirmed));

        Assert.Equal(why, Due.WhyNot(Cycle, noted, []));
        Assert.Equal(A.Day(by), Due.By(Cycle, noted, []));
    }

    [Theory]
    [InlineData(DueExceptionKind.Probation, NotDueReason.Probation)]
    [InlineData(DueExceptionKind.Merged, NotDueReason.Merged)]
    public void On_probation_or_merged_nothing_is_due(DueExceptionKind kind, NotDueReason why) =>
        Assert.Equal(why, Due.WhyNot(Cycle, new DueException(Cycle.Id, Who, Who, kind), []));

    [Theory]
    [InlineData("2026-01-10", "2026-03-01", null, "2026-05-31")] // back before it opened
    [InlineData("2026-01-10", "2026-04-20", null, "2026-06-15")] // eight weeks from coming back
    [InlineData("2026-03-01", "2026-08-31", NotDueReason.Away, "2026-10-26")] // away all the while
    [InlineData("2026-05-01", null, null, null)] // nobody knows for how long
    [InlineData("2026-03-01", null, NotDueReason.Away, null)]
    [InlineData("2026-08-01", "2026-09-30", null, "2026-11-25")] // late before, and not late while and after being away
    public void Away_moves_the_day_and_makes_nobody_late(string from, string? until, NotDueReason? why, string? by)
    {
        var away = new AwayPeriod(A.PersonId(), Who, A.Day(from), until is null ? null : A.Day(until));
        var review = Open();
        review.Set(Due.WhyNot(Cycle, null, [away]), Due.By(Cycle, null, [away]));

        Assert.Equal((why, by is null ? null : A.Day(by)), (review.NotDue, review.DueBy));
        if (until is null || A.Day(until) > Cycle.Closes) { Assert.False(review.IsLate(away.Until ?? A.Day("2027-01-01"))); }
    }

    [Theory]
    [InlineData("2026-03-31", null)]
    [InlineData("2026-04-01", ReminderKind.Opening)]
    [InlineData("2026-05-02", ReminderKind.Opening)]
    [InlineData("2026-05-03", ReminderKind.FourWeeks)]
    [InlineData("2026-05-17", ReminderKind.TwoWeeks)]
    [InlineData("2026-05-28", ReminderKind.ThreeDays)]
    [InlineData("2026-05-31", ReminderKind.ClosingDay)]
    [InlineData("2026-06-01", null)]
    [InlineData("2026-06-20", null)]
    [InlineData("2026-06-21", ReminderKind.FirstAfter)]
    [InlineData("2026-06-28", ReminderKind.SecondAfter)]
    [InlineData("2026-07-05", ReminderKind.ThirdAfter)]
    [InlineData("2026-07-11", ReminderKind.ThirdAfter)]
    [InlineData("2026-07-12", null)]
    public void Each_day_has_one_reminder_at_most_and_they_end(string day, ReminderKind? kind) =>
        Assert.Equal(kind, Reminders.KindOn(A.Day(day), Cycle.Opens, Cycle.Closes, Cycle.GraceDays));

    [Theory]
    [InlineData("2026-05-31", "2026-04-01", 14, "closes-wrong")]
    [InlineData("2026-04-01", "2027-05-31", 14, "closes-wrong")]
    [InlineData("2026-04-01", "2026-05-31", 61, "grace-wrong")]
    [InlineData("2026-04-01", "2026-05-31", 0, null)]
    public void A_year_has_days_that_can_be(string opens, string closes, int grace, string? refused) =>
        Assert.Equal(refused, Domain.Reviews.Cycle.Plan(new("2026/27", A.Day(opens), A.Day(closes), grace), A.Now).Refusal?.Code);

    private static Review Open()
    {
        var review = ReviewTests.New();
        review.Set(null, Cycle.Closes);
        return review;
    }
}
