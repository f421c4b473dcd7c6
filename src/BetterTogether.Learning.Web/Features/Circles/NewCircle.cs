using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A circle as somebody plans it. People by their addresses in the directory.</summary>
/// <param name="FacilitatorEmail">Null: whoever plans it facilitates.</param>
/// <param name="InPersonNames">Those who sit in the room and share a screen.</param>
/// <param name="CallUrl">Any call's joining link, beside which the circle is held.</param>
public sealed record NewCircle(
    string Title, CircleFormat Format, DateTime StartsAtUtc, int Minutes, IReadOnlyList<string> ParticipantEmails, string? BringerEmail = null, string? ListenerEmail = null,
    IReadOnlyList<string>? CoFacilitatorEmails = null, string? FacilitatorEmail = null, string? CallUrl = null, Guid? SessionId = null, IReadOnlyList<string>? InPersonNames = null);
