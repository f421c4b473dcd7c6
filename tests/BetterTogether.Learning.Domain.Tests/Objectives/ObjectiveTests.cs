using BetterTogether.Learning.Domain.Objectives;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Tests.Objectives;

public sealed class ObjectiveTests
{
    private static readonly Guid Me = A.PersonId();
    private static readonly DateTime NextYearUtc = A.London("2027-04-10 09:00");

    [Theory]
    [InlineData("", null, "title-missing")]
    [InlineData("  ", null, "title-missing")]
    [InlineData("two\nlines", null, "text-wrong")]
    [InlineData("Listen", "2026-07-01", "target-date-wrong")] // in London it is 2 July already
    [InlineData("Listen", "2029-07-03", "target-date-wrong")]
    [InlineData("Listen", "2026-07-02", null)]
    [InlineData("Listen", null, null)]
    public void What_is_set_is_checked(string title, string? target, string? code) =>
        Assert.Equal(code, Objective.Set(Me, new(ObjectiveKind.Work, title, TargetDate: target is null ? null : A.Day(target)), A.Now).Refusal?.Code);

    [Fact]
    public void Text_has_an_end()
    {
        var details = new ObjectiveDetails(ObjectiveKind.Work, "Listen");

        Assert.Equal("too-long", Objective.Set(Me, details with { Title = new string('x', 151) }, A.Now).Refusal?.Code);
        Assert.Equal(nameof(ObjectiveDetails.Why), Objective.Set(Me, details with { Why = new string('x', 2001) }, A.Now).Refusal?.Field);
        Assert.Equal(nameof(ObjectiveDetails.Measure), Objective.Set(Me, details with { Measure = "a\0b" }, A.Now).Refusal?.Field);
    }

    [Theory]
    [InlineData(null, "", "note-missing")]
    [InlineData(ObjectiveStatus.NotStarted, " ", "note-missing")] // it stands so already
    [InlineData(ObjectiveStatus.Stopped, "", "reason-missing")]
    [InlineData(ObjectiveStatus.Stopped, "Another post", null)]
    [InlineData(ObjectiveStatus.OnTrack, "", null)]
    [InlineData(null, "Went well", null)]
    public void A_note_says_something_and_stopping_says_why(ObjectiveStatus? status, string text, string? code) =>
        Assert.Equal(code, Set().Note(status, text, Me, A.Now).Refusal?.Code);

    [Fact]
    public void The_history_grows_at_its_end_and_the_status_is_the_last_lines()
    {
        var objective = Set();

        var lines = new[]
        {
            objective.Note(ObjectiveStatus.OnTrack, null, Me, A.Now).Value,
            objective.Add(new Evidence(EntryKind.Reflection, "Thought about it", A.Day("2026-07-01")), A.Now).Value,
            objective.Reword(objective.Details with { Title = "Listen longer" }, version: 0, A.Now).Value!,
            objective.Note(ObjectiveStatus.Done, "Good enough", Me, A.Now).Value,
            objective.Note(ObjectiveStatus.OnTrack, "Not yet, in truth", Me, A.Now).Value,
        };

        Assert.Equal([1, 2, 3, 4, 5], lines.Select(l => l.Number));
        Assert.Equal([ObjectiveStatus.OnTrack, ObjectiveStatus.OnTrack, ObjectiveStatus.OnTrack, ObjectiveStatus.Done, ObjectiveStatus.OnTrack], lines.Select(l => l.Status));
        Assert.Equal(objective.Status, lines[^1].Status);
        Assert.Equal("It was: Listen", lines[2].Text);
    }

    [Fact]
    public void What_was_done_never_ends_an_objective()
    {
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            var objective = Set();
            objective.Add(new Evidence(kind, "Something", A.Day("2026-07-01"), "https://example.org/", Guid.NewGuid()), A.Now);
            Assert.Equal(ObjectiveStatus.NotStarted, objective.Status);
        }
    }

    [Theory]
    [InlineData(EntryKind.Reflection, null, null, "2026-07-01", "text-missing")]
    [InlineData(EntryKind.Reflection, "x", null, "2026-07-03", "in-the-future")]
    [InlineData(EntryKind.Reflection, "x", null, "2026-07-02", null)]
    [InlineData(EntryKind.Link, "x", null, "2026-07-01", "link-wrong")]
    [InlineData(EntryKind.Link, "x", "javascript:alert(1)", "2026-07-01", "link-wrong")]
    [InlineData(EntryKind.Link, null, "https://example.org/a", "2026-07-01", null)]
    [InlineData(EntryKind.Note, "x", null, "2026-07-01", "kind-wrong")]
    [InlineData(EntryKind.Carried, "x", null, "2026-07-01", "kind-wrong")]
    public void What_was_done_is_checked(EntryKind kind, string? text, string? url, string on, string? code) =>
        Assert.Equal(code, Set().Add(new Evidence(kind, text, A.Day(on), url), A.Now).Refusal?.Code);

    [Fact]
    public void Two_windows_do_not_overwrite_each_other_and_saving_nothing_leaves_no_trace()
    {
        var objective = Set();
        Assert.Null(objective.Reword(objective.Details, version: 0, A.Now).Value);
        Assert.NotNull(objective.Reword(objective.Details with { Why = "Because" }, version: 0, A.Now).Value);

        Assert.Equal("objective-changed", objective.Reword(objective.Details with { Why = "Or so" }, version: 0, A.Now).Refusal?.Code);
        Assert.Equal("Because", objective.Why);
    }

    [Fact]
    public void A_wellbeing_objective_stays_one()
    {
        var objective = Objective.Set(Me, new(ObjectiveKind.Wellbeing, "Rest"), A.Now).Value;

        objective.Reword(objective.Details with { Kind = ObjectiveKind.Work, Title = "Rest more" }, 0, A.Now);
        var next = objective.Carry(objective.Details with { Kind = ObjectiveKind.Work }, NextYearUtc).Value.Next;

        Assert.Equal((ObjectiveKind.Wellbeing, ObjectiveKind.Wellbeing), (objective.Kind, next.Kind));
    }

    [Fact]
    public void A_target_date_that_has_gone_by_may_stay_where_it_was_but_is_not_carried()
    {
        var objective = Objective.Set(Me, new(ObjectiveKind.Work, "Listen", TargetDate: A.Day("2026-08-01")), A.Now).Value;

        Assert.Null(objective.Reword(objective.Details with { Title = "Listen longer" }, 0, A.London("2026-09-01 09:00")).Refusal);
        Assert.Null(objective.ToCarry(NextYearUtc.ToLondonDate()).TargetDate);
    }

    [Theory, InlineData("2027-03-31 23:59", "not-last-years"), InlineData("2027-04-01 00:00", null)]
    public void It_can_be_carried_once_the_next_year_has_begun_in_London(string clock, string? code)
    {
        var objective = Set();
        Assert.Equal(code, objective.Carry(objective.Details, A.London(clock)).Refusal?.Code);
    }

    [Theory, InlineData(ObjectiveStatus.Done), InlineData(ObjectiveStatus.Stopped)]
    public void What_has_ended_is_not_carried(ObjectiveStatus status)
    {
        var objective = Set();
        objective.Note(status, "So it is", Me, A.Now);

        Assert.Equal("objective-ended", objective.Carry(objective.Details, NextYearUtc).Refusal?.Code);
    }

    [Fact]
    public void Carried_it_is_history_and_goes_on_once()
    {
        var objective = Set();
        objective.Note(ObjectiveStatus.NeedsHelp, null, Me, A.Now);

        var carried = objective.Carry(objective.Details, NextYearUtc).Value;

        Assert.Equal((objective.Id, ObjectiveStatus.NeedsHelp, 2027), (carried.Next.CarriedFromId, carried.Next.Status, carried.Next.Year));
        Assert.Equal(EntryKind.Carried, carried.Entry.Kind);
        Assert.False(objective.IsOpen);
        Assert.All(new[]
        {
            objective.Carry(objective.Details, NextYearUtc).Refusal, objective.Note(ObjectiveStatus.Done, "x", Me, NextYearUtc).Refusal,
            objective.Reword(objective.Details with { Title = "Other" }, 0, NextYearUtc).Refusal, objective.Add(new Evidence(EntryKind.Reflection, "x", A.Day("2027-04-01")), NextYearUtc).Refusal,
        }, refusal => Assert.Equal("objective-carried", refusal?.Code));
    }

    private static Objective Set() => Objective.Set(Me, new(ObjectiveKind.Work, "Listen"), A.Now).Value;
}
