using System.Text.Json.Serialization;
using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>What became of a command, and the circle as it is now.</summary>
/// <param name="Why">Null where it was accepted.</param>
/// <param name="Snapshot">Null for whoever may not see the circle.</param>
public sealed record ActAnswer(bool Accepted, [property: JsonIgnore] Refusal? Why, CircleSnapshot? Snapshot)
{
    /// <summary>On the wire with all it carries: the seats that were not offered the piece, for one.</summary>
    public object? Refusal => Why;
}
