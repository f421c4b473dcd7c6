using BetterTogether.Learning.Domain.Sessions;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>A series as typed on a page, new or changed; what was typed stays there when it comes back.</summary>
public sealed class SeriesForm
{
    public const string Prefix = "Form";

    public string? Name { get; set; }
    public SessionKind? Kind { get; set; } = SessionKind.LearningWednesday;
    public int Ordinal { get; set; } = 1;
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Wednesday;
    /// <summary>"2026-09"</summary>
    public string? FirstMonth { get; set; }
    public string? LastMonth { get; set; }
    public List<int> SkippedMonths { get; set; } = [];
    public bool SkipBankHolidays { get; set; }
    public List<SlotRow> Slots { get; set; } = [];
    public string? SessionTitle { get; set; }
    public string? Place { get; set; }
    public string? JoinUrl { get; set; }
    public string? Capacity { get; set; }

    /// <summary>The way Learning Wednesday runs: from this month for a year, not in August.</summary>
    public static SeriesForm New(DateOnly today) => new()
    {
        FirstMonth = MonthText.Write(today),
        LastMonth = MonthText.Write(today.AddMonths(11)),
        SkippedMonths = [8],
        SkipBankHolidays = true,
        Slots = [new SlotRow { Starts = "10:00", Ends = "11:30" }],
    };

    public static SeriesForm From(SeriesDetails series) => new()
    {
        Name = series.Name,
        Kind = series.Kind,
        Ordinal = series.Ordinal,
        Weekday = series.Weekday,
        FirstMonth = MonthText.Write(series.FirstMonth),
        LastMonth = MonthText.Write(series.LastMonth),
        SkippedMonths = [.. series.SkippedMonths ?? []],
        SkipBankHolidays = series.SkipBankHolidays,
        Slots = [.. series.Slots.Select(SlotRow.From)],
        SessionTitle = series.SessionTitle,
        Place = series.Place,
        JoinUrl = series.JoinUrl,
        Capacity = $"{series.Capacity}",
    };

    /// <returns>Null where something cannot be read at all; it is then said beside its field.</returns>
    public SeriesDetails? Read(ModelStateDictionary state)
    {
        if (Kind is null) { state.AddModelError(Key(nameof(Kind)), "Choose what kind of sessions these are"); }
        var (first, last) = (Month(FirstMonth, nameof(FirstMonth), state), Month(LastMonth, nameof(LastMonth), state));
        var capacity = Typed.Number(Capacity, Key(nameof(Capacity)), "Enter the number of places as a whole number, like 12", state);
        if (Slots.Count == 0) { Slots.Add(new SlotRow()); }
        var slots = Slots.Select((row, i) => row.IsEmpty && Slots.Any(s => !s.IsEmpty) ? null : row.Read(Key($"Slots[{i}]"), state)).OfType<SlotPattern>().ToList();
        return !state.IsValid ? null
            : new SeriesDetails(Name ?? "", Kind!.Value, first!.Value, last!.Value, slots, capacity!.Value, Ordinal, Weekday, SkippedMonths, SkipBankHolidays, SessionTitle, Place, JoinUrl);
    }

    /// <summary>The field a refusal belongs to. What the sessions' own rules refuse has their field names.</summary>
    public static string KeyOf(Refusal refusal) => refusal.Field switch
    {
        null => "",
        nameof(SeriesDetails.Slots) or nameof(SessionDetails.Dates) => Key("Slots[0].Ends"),
        nameof(SessionDetails.Title) => Key(nameof(SessionTitle)),
        var field => Key(field),
    };

    private static DateOnly? Month(string? text, string field, ModelStateDictionary state)
    {
        if (MonthText.Read(text) is { } month) { return month; }
        state.AddModelError(Key(field), "Choose a month");
        return null;
    }

    private static string Key(string field) => $"{Prefix}.{field}";
}
