namespace BetterTogether.Learning.Domain.Circles;

/// <param name="AgreementsVersion">The version of the agreements that is shown at the door.</param>
/// <param name="Participants">In the order of the ring.</param>
/// <param name="StartsAtUtc">Null where it is for no certain time.</param>
/// <param name="Coming">Who has a place on its session and is not in the plan: they will sit there too.</param>
public sealed record CirclePlan(Guid Id, string Title, CircleFormat Format, int AgreementsVersion, IReadOnlyList<Participant> Participants, DateTime? StartsAtUtc = null, IReadOnlyList<Participant>? Coming = null);

/// <param name="PersonId">Null for somebody in the room who shares a screen: a facilitator presses for them.</param>
/// <param name="ManagerId">The line manager, so that managers speak last where the format says so.</param>
/// <param name="Above">Their whole line, the line manager first: needed where a leader listens.</param>
public sealed record Participant(Guid? PersonId, string Name, SeatRole Role = SeatRole.Participant, string? Pronouns = null, Guid? ManagerId = null, IReadOnlyList<Guid>? Above = null);
