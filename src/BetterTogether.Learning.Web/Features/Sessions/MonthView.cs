using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;

namespace BetterTogether.Learning.Web.Features.Sessions;

/// <summary>A month as weeks from Monday, with what is on each day: the picture beside the list.</summary>
public sealed record MonthView(DateOnly Month, IReadOnlyList<IReadOnlyList<MonthView.Day?>> Weeks)
{
    /// <param name="Href">The day's page or its one session; null on an empty day.</param>
    public sealed record Day(DateOnly Date, bool IsToday, SessionKind? Kind, int Sessions, string? Href)
    {
        public string Words => $"{Date.Words()}: {Sessions} {(Sessions == 1 ? "session" : "sessions")}";

        public string Css => string.Join(' ', new[]
        {
            IsToday ? "bt-month__day--today" : null,
            Kind switch { SessionKind.LearningWednesday => "bt-month__day--learning-wednesday", SessionKind.DirectWork => "bt-month__day--direct-work", _ => null },
        }.OfType<string>());
    }

    public static MonthView Of(DateOnly anyDay, DateOnly today, IReadOnlyList<SessionCard> cards)
    {
        var first = new DateOnly(anyDay.Year, anyDay.Month, 1);
        var on = cards.ToLookup(c => c.Day);
        var cells = Enumerable.Repeat<Day?>(null, ((int)first.DayOfWeek + 6) % 7)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(i => At(first.AddDays(i), today, [.. on[first.AddDays(i)]])));
        return new(first, [.. cells.Chunk(7)]);
    }

    private static Day At(DateOnly date, DateOnly today, IReadOnlyList<SessionCard> cards)
    {
        var kind = cards.Any(c => c.Kind == SessionKind.LearningWednesday) ? SessionKind.LearningWednesday : (cards.Count > 0 ? cards[0].Kind : (SessionKind?)null);
        return new(date, date == today, kind, cards.Count, cards.Count == 0 ? null : cards.Count == 1 ? cards[0].Href : $"#d{date:yyyyMMdd}");
    }
}
