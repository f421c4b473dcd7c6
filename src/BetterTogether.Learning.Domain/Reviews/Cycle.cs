using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Domain.Reviews;

/// <summary>One year's window for My Annual Review, by the desk's dates. Both days are London days and belong to it.</summary>
public sealed class Cycle
{
    public const int LongestLabel = 20;
    public const int MostGraceDays = 60;

    private Cycle() { }

    public Guid Id { get; private set; }
    /// <summary>The year as people say it: "2026/27".</summary>
    public string Label { get; private set; } = "";
    public DateOnly Opens { get; private set; }
    public DateOnly Closes { get; private set; }
    /// <summary>How much later the reminders after the closing day begin. They move no date.</summary>
    public int GraceDays { get; private set; }
    /// <summary>When the reviews of everybody due were made; null before.</summary>
    public DateTime? OpenedAtUtc { get; private set; }

    public static Result<Cycle> Plan(CycleDetails details, DateTime nowUtc)
    {
        var planned = new Cycle { Id = Ids.New(nowUtc) };
        return planned.Change(details);
    }

    public Result<Cycle> Change(CycleDetails details)
    {
        var label = (details.Label ?? "").Trim();
        if (label.Length is 0 or > LongestLabel || !label.IsLine()) { return new Invalid("label-wrong", $"Enter the year in {LongestLabel} characters or fewer, like 2026/27", nameof(Label)); }
        if (details.Opens is not { } opens) { return new Invalid("opens-missing", "Enter the day it opens", nameof(Opens)); }
        if (details.Closes is not { } closes) { return new Invalid("closes-missing", "Enter the day it closes", nameof(Closes)); }
        if (closes <= opens || closes.DayNumber - opens.DayNumber > 366) { return new Invalid("closes-wrong", "It must close after it opens, and within a year", nameof(Closes)); }
        if (details.GraceDays is < 0 or > MostGraceDays) { return new Invalid("grace-wrong", $"Enter a number from 0 to {MostGraceDays}", nameof(GraceDays)); }
        if (OpenedAtUtc is not null && opens != Opens) { return new CycleHasOpened(); }
        (Label, Opens, Closes, GraceDays) = (label, opens, closes, details.GraceDays);
        return this;
    }

    public void Open(DateTime nowUtc) => OpenedAtUtc ??= nowUtc;

    public bool Overlaps(Cycle other) => Overlaps(other.Opens, other.Closes);

    public bool Overlaps(DateOnly? opens, DateOnly? closes) => Opens <= closes && opens <= Closes;

    /// <summary>"31 May": how lateness is called on pages, after the cycle's own closing day.</summary>
    public string ClosingDay => Closes.ToString("d MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}

/// <summary>A cycle as typed in.</summary>
public sealed record CycleDetails(string? Label, DateOnly? Opens, DateOnly? Closes, int GraceDays)
{
    /// <summary>What the year usually looks like: 1 April to 31 May, and two weeks of patience.</summary>
    public static CycleDetails Usual(int year) => new($"{year}/{(year + 1) % 100:00}", new(year, 4, 1), new(year, 5, 31), 14);

    /// <summary>The usual one of the next year that is not over and that none of these takes, by its name or by its days.</summary>
    public static CycleDetails Next(IReadOnlyCollection<Cycle> known, DateOnly today)
    {
        var next = Usual(today.Year);
        while (next.Closes < today || known.Any(c => c.Label == next.Label || c.Overlaps(next.Opens, next.Closes))) { next = Usual(next.Opens!.Value.Year + 1); }
        return next;
    }
}
