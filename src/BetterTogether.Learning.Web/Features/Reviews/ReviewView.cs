using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Domain.Reviews;

namespace BetterTogether.Learning.Web.Features.Reviews;

/// <summary>A review in the API, as the caller may see it: the desk gets no text.</summary>
/// <param name="Version">Counts outcomes; 0 is none yet.</param>
/// <param name="Late">After the closing day, by London's calendar.</param>
/// <param name="DueBy">Absent while somebody is away and nobody knows for how long.</param>
public sealed record ReviewView(
    Guid Id,
    string Cycle,
    ReviewStatus Status,
    bool Late,
    ReviewPerson Employee,
    ReviewPerson? Manager,
    int Version,
    DateOnly? DueBy,
    DateOnly? HeldOn,
    IReadOnlyList<ReviewSide> ConfirmedBy,
    string? ContentHash,
    PreparationView? Preparation,
    string? Outcome,
    NotDueReason? NotDue)
{
    public static ReviewView From(ReviewSheet sheet) => new(
        sheet.Review.Id, sheet.Cycle.Label, sheet.Review.Status, sheet.IsLate, ReviewPerson.From(sheet.Seat.Employee), sheet.Seat.Lead is { } lead ? ReviewPerson.From(lead) : null,
        sheet.Review.Version, sheet.Review.DueBy, sheet.Review.HeldOn, [.. sheet.ConfirmedBy], sheet.Review.ContentHash,
        sheet.TakesPart ? new(sheet.Mine?.Text, sheet.Theirs.Count > 0 ? sheet.Theirs[0].Text : null, sheet.Mine?.Version) : null,
        (sheet.TakesPart || sheet.CounterSigns) && sheet.Review.Version > 0 ? sheet.Review.Outcome : null, sheet.Review.NotDue);
}

public sealed record ReviewPerson(Guid Id, string Name, string Email)
{
    public static ReviewPerson From(Person person) => new(person.Id, person.Name, person.Email);
}

/// <param name="Mine">The caller's own, shared or not.</param>
/// <param name="Theirs">The other side's, once shared.</param>
/// <param name="Version">Counts the caller's own texts; absent before the first.</param>
public sealed record PreparationView(string? Mine, string? Theirs, int? Version);
