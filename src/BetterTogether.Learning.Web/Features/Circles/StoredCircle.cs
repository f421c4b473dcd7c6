using BetterTogether.Learning.Domain.Circles;

namespace BetterTogether.Learning.Web.Features.Circles;

/// <summary>A circle as it is stored: the engine's state as JSON, which is the truth, and beside it what is asked for across circles.</summary>
public sealed class StoredCircle
{
    private StoredCircle() { }

    public StoredCircle(Circle circle, NewCircle plan, Guid createdById)
    {
        (Id, Title, Format, Status, Version, DueAtUtc) = (circle.Id, plan.Title, plan.Format.Key, circle.Status, circle.Version, circle.NextDueUtc);
        (StartsAtUtc, Minutes, CallUrl, SessionId, CreatedById) = (plan.StartsAtUtc, plan.Minutes, plan.CallUrl, plan.SessionId, createdById);
        (State, Script) = (CircleJson.Write(circle.State), CircleJson.Write(plan.Format));
    }

    public Guid Id { get; private set; }
    public string Title { get; private set; } = "";
    /// <summary>The format's key, for lists.</summary>
    public string Format { get; private set; } = "";
    public DateTime StartsAtUtc { get; private set; }
    public int Minutes { get; private set; }
    /// <summary>Any call's joining link, beside which the circle is held.</summary>
    public string? CallUrl { get; private set; }
    /// <summary>The session it belongs to: everybody with a place on it has a seat here.</summary>
    public Guid? SessionId { get; private set; }
    public Guid CreatedById { get; private set; }
    public CircleStatus Status { get; private set; }
    public int Version { get; private set; }
    public string State { get; private set; } = "";
    /// <summary>The format as it was planned with: a third of the whole, and no command changes it.</summary>
    public string Script { get; private set; } = "";
    /// <summary>When something happens in it by itself; any node then lets it, once.</summary>
    public DateTime? DueAtUtc { get; private set; }
    public DateTime? EndedAtUtc { get; private set; }
    /// <summary>It ended before it began.</summary>
    public bool CalledOff { get; private set; }

    public CircleFace Face => new(Title, new(StartsAtUtc, StartsAtUtc.AddMinutes(Minutes)), CallUrl);

    /// <summary>What was decided beside the rooms, in the decision of another feature.</summary>
    public void Keep(Circle circle, DateTime nowUtc)
    {
        (Version, DueAtUtc, StartsAtUtc) = (circle.Version, circle.NextDueUtc, circle.State.StartsAtUtc ?? StartsAtUtc);
        (Status, CalledOff, EndedAtUtc) = (circle.Status, circle.State.CalledOff, EndedAtUtc ?? (circle.IsOver ? nowUtc : null));
        State = CircleJson.Write(circle.State);
    }

    public void Replan(NewCircle plan) => (Title, Format, Script, StartsAtUtc, Minutes, CallUrl) = (plan.Title, plan.Format.Key, CircleJson.Write(plan.Format), plan.StartsAtUtc, plan.Minutes, plan.CallUrl);
}
