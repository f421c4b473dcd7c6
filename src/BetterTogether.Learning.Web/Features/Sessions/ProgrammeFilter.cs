using BetterTogether.Learning.Domain.Sessions;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>What somebody looks for in the programme.</summary>
/// <param name="From">London date, inclusive; today when null.</param>
/// <param name="To">London date, inclusive.</param>
/// <param name="Q">Words in title, description or tags.</param>
/// <param name="Status">Only sessions of this status; all but cancelled ones when null.</param>
/// <param name="Led">Only sessions the viewer trains.</param>
/// <param name="After">Where the page before ended: <see cref="ProgrammePage.Next"/>.</param>
public sealed record ProgrammeFilter(DateOnly? From = null, DateOnly? To = null, SessionKind? Kind = null, string? Q = null, string? After = null, bool FreeOnly = false, int Size = 200,
    SessionStatus? Status = null, bool Led = false);

/// <summary>One page of sessions, ascending by start; <paramref name="Next"/> asks for the one after it, null at the end.</summary>
public sealed record ProgrammePage(IReadOnlyList<SessionCard> Items, string? Next);
