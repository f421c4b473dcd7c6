using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>The short conversation half-way, in October or November: the day, what changed, and that both were there. Nothing locks.</summary>
public sealed class MidYearTalk
{
    private MidYearTalk() { }

    public MidYearTalk(Guid reviewId) => ReviewId = reviewId;

    public Guid ReviewId { get; private set; }
    public int Version { get; private set; }
    public string Text { get; private set; } = "";
    public DateOnly? HeldOn { get; private set; }
    public DateTime? EmployeeTickedAtUtc { get; private set; }
    public DateTime? ManagerTickedAtUtc { get; private set; }

    /// <summary>From October of the year in which the cycle opened: after November too, for what took place may be noted late.</summary>
    public static bool IsTime(Cycle cycle, DateOnly today) => today >= new DateOnly(cycle.Opens.Year, 10, 1);

    public static bool HasPassed(Cycle cycle, DateOnly today) => today > new DateOnly(cycle.Opens.Year, 11, 30);

    public Result<MidYearTalk> Write(string? text, DateOnly? heldOn, int version, DateOnly today)
    {
        if (ReviewText.Checked(text, "MidYear") is var written && written.Refusal is { } wrong) { return wrong; }
        var held = heldOn ?? HeldOn;
        if (held > today) { return new HeldInFuture(); }
        if (Version == 0 && string.IsNullOrWhiteSpace(written.Value)) { return new MidYearMissing(); }
        if (Version > 0 && written.Value == Text && held == HeldOn) { return this; }
        if (version != Version) { return new OutcomeChanged(written.Value, Text, Version); }
        (Text, HeldOn, EmployeeTickedAtUtc, ManagerTickedAtUtc) = (written.Value, held, null, null);
        Version++;
        return this;
    }

    public Result<MidYearTalk> Tick(ReviewSide side, int version, DateTime nowUtc)
    {
        if (string.IsNullOrWhiteSpace(Text)) { return new MidYearMissing(); }
        if (HeldOn is null) { return new HeldMissing(); }
        if (version != Version) { return new OutcomeChanged(null, Text, Version); }
        if (side == ReviewSide.Employee) { EmployeeTickedAtUtc ??= nowUtc; }
        else { ManagerTickedAtUtc ??= nowUtc; }
        return this;
    }
}
