using System.Globalization;
using System.Text.Json;
using BetterTogether.Learning.Domain.Cpd;
using BetterTogether.Learning.Domain.People;

namespace BetterTogether.Learning.Web.Features.Cpd;

/// <summary>Checklists and frameworks: dated data in <c>Content/*.json</c>, because they change without the code changing. Threading: read once, then any thread.</summary>
public sealed class CpdContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public IReadOnlyList<Checklist> Checklists { get; } = [.. Read<ChecklistRow>("checklists").Select(r => new Checklist(r.Key, r.Title, r.JobTitles, r.Pieces, r.WithPeer, [.. r.Reminders.Select(Day)], r.CopyTo))];

    public IReadOnlyList<Framework> Frameworks { get; } = Read<Framework>("frameworks");

    /// <summary>The one somebody chose, else the one their job makes likely: a person who never opens the page is reminded too. Students are not registered yet.</summary>
    public Checklist? ChecklistOf(string? chosen, string? jobTitle, Employment employment) =>
        chosen is not null ? Checklists.FirstOrDefault(c => c.Key == chosen)
        : employment is Employment.Student or Employment.Partner ? null
        : Checklists.FirstOrDefault(c => c.Fits(jobTitle));

    /// <summary>The headings that a session's tags point to, of frameworks in force on its day.</summary>
    public IEnumerable<string> HeadingsFor(string? tags, DateOnly day) =>
        from tag in tags?.Split(", ") ?? []
        from framework in Frameworks
        where framework.IsInForce(day)
        from heading in framework.Headings
        where heading.IsMeantBy(tag)
        select framework.KeyOf(heading);

    /// <summary>"Professional capabilities framework: 5 Knowledge"; a key no longer known stands for itself.</summary>
    public string WordsOf(string key) =>
        (from framework in Frameworks from heading in framework.Headings where framework.KeyOf(heading) == key select $"{framework.Title}: {heading.Title}").FirstOrDefault(key);

    private static List<T> Read<T>(string name)
    {
        using var stream = typeof(CpdContent).Assembly.GetManifestResourceStream($"cpd/{name}.json") ?? throw new InvalidOperationException($"cpd/{name}.json is not built in");
        return JsonSerializer.Deserialize<List<T>>(stream, Json)!;
    }

    private static ReminderDay Day(string text) => new(int.Parse(text[..2], CultureInfo.InvariantCulture), int.Parse(text[3..], CultureInfo.InvariantCulture));

    private sealed record ChecklistRow(string Key, string Title, IReadOnlyList<string> JobTitles, int Pieces, int WithPeer, IReadOnlyList<string> Reminders, string? CopyTo);
}
