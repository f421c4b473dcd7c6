using BetterTogether.Learning.Web.Features.Shared;

namespace BetterTogether.Learning.Web.Features.Desk;

/// <summary>A field that two people gave different values: what was typed here, and what stands now.</summary>
public sealed record FieldDifference(string Field, string Typed, string Current)
{
    public static IReadOnlyList<FieldDifference> Between(SessionForm typed, SessionForm current) => Between(Lines(typed), Lines(current));

    /// <summary>Of what can still change once the series is made.</summary>
    public static IReadOnlyList<FieldDifference> Between(SeriesForm typed, SeriesForm current) => Between(Lines(typed), Lines(current));

    private static IReadOnlyList<FieldDifference> Between((string Field, string Value)[] typed, (string Field, string Value)[] current) =>
        [.. typed.Zip(current, (t, c) => new FieldDifference(t.Field, t.Value, c.Value)).Where(d => d.Typed != d.Current)];

    private static (string Field, string Value)[] Lines(SeriesForm form) =>
    [
        ("Times", string.Join("; ", form.Slots.Select(s => $"{s.Starts} to {s.Ends}"))),
        ("Title of each session", Tidy(form.SessionTitle)),
        ("Place", Tidy(form.Place)),
        ("Joining link", Tidy(form.JoinUrl)),
        ("Places", Tidy(form.Capacity)),
    ];

    private static (string Field, string Value)[] Lines(SessionForm form) =>
    [
        ("Kind", form.Kind is { } kind ? kind.Words() : ""),
        ("Title", Tidy(form.Title)),
        ("Description", Tidy(form.Description)),
        ("Who it is for", Tidy(form.Audience)),
        ("What to do or read first", Tidy(form.Prerequisites)),
        ("Dates", string.Join("; ", form.Dates.Where(d => !d.IsEmpty).Select(d => $"{d.Date} {d.Starts} to {d.Ends}").Order())),
        ("How many dates make it complete", Tidy(form.DatesToComplete)),
        ("Place", Tidy(form.Place)),
        ("Joining link", Tidy(form.JoinUrl)),
        ("Places", Tidy(form.Capacity)),
        ("Who can see it", $"{form.Visibility}"),
        ("Trainers", string.Join(", ", form.TrainerEmails.Order())),
        ("Outside trainers", Tidy(form.OutsideTrainers)),
        ("Tags", Tidy(form.Tags)),
        ("Cost code", Tidy(form.CostCode)),
    ];

    // A browser sends line breaks as CR LF, whatever they were.
    private static string Tidy(string? text) => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
